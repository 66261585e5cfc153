#include "makemore/demonstrations.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>

#include "makemore/real_math.hpp"

namespace makemore {

std::vector<double> row_sums(std::span<const double> row_major, std::size_t columns) {
    assert(columns > 0 && row_major.size() % columns == 0);
    std::vector<double> sums;
    sums.reserve(row_major.size() / columns);
    for (std::size_t start = 0; start < row_major.size(); start += columns) {
        double sum = 0.0;
        for (const double value : row_major.subspan(start, columns)) {
            sum += value;
        }
        sums.push_back(sum);
    }
    return sums;
}

ProbabilityTable normalised_rows(const ProbabilityTable& table) {
    const auto sums = row_sums(table.cells(), table.columns());
    std::vector<double> cells;
    cells.reserve(table.cells().size());
    for (Token context = 0; context < table.rows(); ++context) {
        for (const double value : table.row(context)) {
            cells.push_back(value / sums[context]);
        }
    }
    return {table.rows(), table.columns(), std::move(cells)};
}

float mean_loss_float32(const ProbabilityTable& table, const BigramCounts& counts) {
    assert(table.rows() == counts.size() && table.columns() == counts.size());
    float sum = 0.0F;
    const auto cells = counts.cells();
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] == 0) {
            continue;
        }
        const auto probability = static_cast<float>(table.cells()[cell]);
        if (probability == 0.0F) {
            return std::numeric_limits<float>::infinity();
        }
        const auto loss = static_cast<float>(-portable_log(static_cast<double>(probability)));
        for (std::uint64_t i = 0; i < cells[cell]; ++i) {
            sum += loss;
        }
    }
    return sum / static_cast<float>(counts.total());
}

LogCounts compare_log_counts(std::span<const float> row_major_weights, const BigramCounts& counts) {
    const std::size_t size = counts.size();
    assert(row_major_weights.size() == size * size);
    LogCounts result;
    result.log_counts.reserve(size * size);
    result.shifted_weights.reserve(size * size);
    for (Token previous = 0; previous < size; ++previous) {
        const auto row = row_major_weights.subspan(previous * size, size);
        const auto highest = static_cast<double>(std::ranges::max(row));
        double sum = 0.0;
        for (const float weight : row) {
            sum += portable_exp(static_cast<double>(weight) - highest);
        }
        const double constant = highest + portable_log(sum) -
                                portable_log(static_cast<double>(counts.row_total(previous)));
        result.constants.push_back(constant);
        for (Token next = 0; next < size; ++next) {
            const std::uint64_t count = counts.at(previous, next);
            const double shifted = static_cast<double>(row[next]) - constant;
            const double log_count = count == 0 ? -std::numeric_limits<double>::infinity()
                                                : portable_log(static_cast<double>(count));
            result.shifted_weights.push_back(shifted);
            result.log_counts.push_back(log_count);
            if (count != 0) {
                result.largest_gap = std::max(result.largest_gap, std::abs(shifted - log_count));
            }
        }
    }
    return result;
}

}  // namespace makemore
