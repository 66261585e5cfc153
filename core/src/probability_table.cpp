#include "makemore/probability_table.hpp"

#include <cassert>
#include <utility>

#include "makemore/kernels.hpp"

namespace makemore {

ProbabilityTable::ProbabilityTable(std::size_t rows, std::size_t columns,
                                   std::vector<double> row_major)
    : rows_(rows), columns_(columns), cells_(std::move(row_major)) {
    assert(cells_.size() == rows_ * columns_);
}

ProbabilityTable count_model(const BigramCounts& counts, double smoothing) {
    const std::size_t size = counts.size();
    std::vector<double> cells;
    cells.reserve(size * size);
    for (Token previous = 0; previous < size; ++previous) {
        const double total =
            static_cast<double>(counts.row_total(previous)) + smoothing * static_cast<double>(size);
        assert(total > 0.0);
        for (const std::uint64_t count : counts.row(previous)) {
            cells.push_back((static_cast<double>(count) + smoothing) / total);
        }
    }
    return {size, size, std::move(cells)};
}

ProbabilityTable uniform_model(std::size_t size) {
    return {size, size, std::vector<double>(size * size, 1.0 / static_cast<double>(size))};
}

ProbabilityTable divided_by_column_totals(const BigramCounts& counts) {
    const std::size_t size = counts.size();
    // Every token is left as often as it is reached, so its row's total is its column's.
    std::vector<double> totals;
    totals.reserve(size);
    for (Token token = 0; token < size; ++token) {
        totals.push_back(static_cast<double>(counts.row_total(token)));
    }
    std::vector<double> cells;
    cells.reserve(size * size);
    for (Token previous = 0; previous < size; ++previous) {
        const auto row = counts.row(previous);
        for (Token next = 0; next < size; ++next) {
            cells.push_back(static_cast<double>(row[next]) / totals[next]);
        }
    }
    return {size, size, std::move(cells)};
}

ProbabilityTable softmax_model(std::span<const float> row_major_weights, std::size_t rows,
                               std::size_t columns) {
    assert(row_major_weights.size() == rows * columns);
    std::vector<double> cells(row_major_weights.size());
    softmax(LaneTable(row_major_weights, rows, columns), cells);
    return {rows, columns, std::move(cells)};
}

}  // namespace makemore
