// The arithmetic of the neural bigram on tables of any shape, vectorised with xsimd.
// Every row lives in one SIMD lane, so each row is computed in column order whatever the lane
// count, and the results are the same bits on every target. Knows nothing of names or training.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "makemore/lane_table.hpp"

namespace makemore {

/// What the gradient of the mean negative log likelihood takes from the counts N of n bigrams.
struct CountShares {
    /// From row_count * column_count row-major counts. Precondition: at least one is not zero.
    [[gnu::cold]] CountShares(std::span<const std::uint64_t> counts, std::size_t row_count,
                              std::size_t column_count);

    LaneTable cells;     ///< N[i][j] / n
    AlignedFloats rows;  ///< sum_j N[i][j] / n, padded
};

/// softmax of each row: P[i][j] = exp(W[i][j]) / sum_k exp(W[i][k]), in double, row-major.
/// Precondition: rows * columns probabilities, finite logits.
/// Relative error of each P: at most (columns + 16) * 2^-52. Does not throw or allocate.
void softmax(const LaneTable& logits, std::span<double> probabilities);

/// Mean negative log likelihood of the counts under softmax(logits), in nats, in double, through
/// log-sum-exp, so that it stays finite however unlikely a bigram is. Precondition: rows * columns
/// row-major counts, at least one of them not zero; finite logits.
/// Relative error: at most (rows + columns + 16) * 2^-52. Does not throw or allocate.
[[nodiscard]] double cross_entropy(const LaneTable& logits, std::span<const std::uint64_t> counts);

/// cross_entropy and softmax, to the same bits, for the price of one: both need each exponential.
[[nodiscard]] double cross_entropy_and_softmax(const LaneTable& logits,
                                               std::span<const std::uint64_t> counts,
                                               std::span<double> probabilities);

/// Gradient of the loss, (rowtotal_i softmax(W_i)_j - N_ij) / n + l2_slope * W_ij, in float32.
/// `l2_slope` is 2 * l2 / (rows * columns), the slope of l2 * mean(W^2) per unit of weight.
/// Precondition: equal shapes, finite logits. Does not throw or allocate.
/// Error of a cell: at most (columns + 8) * 2^-24 of the sum of its three terms' magnitudes.
void gradient(const LaneTable& logits, const CountShares& shares, float l2_slope,
              LaneTable& result);

/// One step of gradient descent, next = W - learning_rate * gradient, in float32.
/// Returns whether every weight of `next` is finite. Precondition: equal shapes, finite logits,
/// `next` is not `logits`. Does not throw or allocate. Error: the gradient's times the learning
/// rate, and one rounding of the result.
[[nodiscard]] bool descend(const LaneTable& logits, const CountShares& shares, float l2_slope,
                           float learning_rate, LaneTable& next);

}  // namespace makemore
