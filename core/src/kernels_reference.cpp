#include "makemore/kernels_reference.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace makemore::reference {

namespace {

double total_of(std::span<const std::uint64_t> counts) {
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
}

}  // namespace

std::vector<double> softmax(std::span<const double> logits, std::size_t columns) {
    std::vector<double> probabilities(logits.size());
    for (std::size_t row = 0; row < logits.size(); row += columns) {
        const double largest = *std::ranges::max_element(logits.subspan(row, columns));
        double sum = 0.0;
        for (std::size_t j = 0; j < columns; ++j) {
            sum += std::exp(logits[row + j] - largest);
        }
        for (std::size_t j = 0; j < columns; ++j) {
            probabilities[row + j] = std::exp(logits[row + j] - largest) / sum;
        }
    }
    return probabilities;
}

double cross_entropy(std::span<const double> logits, std::span<const std::uint64_t> counts,
                     std::size_t columns) {
    const auto probabilities = softmax(logits, columns);
    double sum = 0.0;
    for (std::size_t cell = 0; cell < counts.size(); ++cell) {
        if (counts[cell] != 0) {
            sum -= static_cast<double>(counts[cell]) * std::log(probabilities[cell]);
        }
    }
    return sum / total_of(counts);
}

std::vector<double> gradient(std::span<const double> logits, std::span<const std::uint64_t> counts,
                             std::size_t columns, double l2_slope) {
    const double n = total_of(counts);
    auto slopes = softmax(logits, columns);
    for (std::size_t row = 0; row < logits.size(); row += columns) {
        const double row_total = total_of(counts.subspan(row, columns));
        for (std::size_t cell = row; cell < row + columns; ++cell) {
            slopes[cell] = (row_total * slopes[cell] - static_cast<double>(counts[cell])) / n +
                           l2_slope * logits[cell];
        }
    }
    return slopes;
}

}  // namespace makemore::reference
