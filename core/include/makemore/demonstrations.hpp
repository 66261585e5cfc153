// What the lesson shows beside the models: rows that do not sum to 1, sums kept in float32, and
// weights set beside the logarithms of counts. No model and no list depends on these.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "makemore/probability_table.hpp"

namespace makemore {

/// The sum of every row of a row-major table. Precondition: columns > 0 divides the size.
[[nodiscard]] std::vector<double> row_sums(std::span<const double> row_major, std::size_t columns);

/// Each row divided by its sum, as a sampler does with what it is given. Precondition: no row is
/// all zero.
[[nodiscard]] ProbabilityTable normalised_rows(const ProbabilityTable& table);

/// mean_loss as a loop over all bigrams in float32 finds it, one term after another in the order of
/// the table, every partial sum rounded to 24 bits. Time: one addition a bigram.
/// Precondition: equal shapes, at least one bigram.
[[nodiscard]] float mean_loss_float32(const ProbabilityTable& table, const BigramCounts& counts);

/// Weights beside the logarithms of counts.
struct LogCounts {
    /// ln N[i][j], row-major; -infinity where a pair was never seen.
    std::vector<double> log_counts;
    /// W[i][j] less a constant of its row, the one with which exp of the row sums to the row's
    /// total.
    std::vector<double> shifted_weights;
    /// The constant of each row.
    std::vector<double> constants;
    /// The largest distance between the two over all pairs that were seen.
    double largest_gap = 0.0;
};

/// Shape of `row_major_weights`: that of the counts. Precondition: finite, no row of the counts
/// empty.
[[nodiscard]] LogCounts compare_log_counts(std::span<const float> row_major_weights,
                                           const BigramCounts& counts);

}  // namespace makemore
