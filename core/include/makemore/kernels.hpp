// The arithmetic of the neural bigram on tables of any shape, vectorised with xsimd.
// Every row lives in one SIMD lane, so each row is computed in column order whatever the lane
// count, and the results are the same bits on every target. Knows nothing of names or training.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <xsimd/xsimd.hpp>

namespace makemore {

/// A rows x columns table of float32 kept transposed: column by column, each column padded with
/// zero rows to whole SIMD vectors. Padding rows are never read back.
class LaneTable {
  public:
    /// All zero.
    LaneTable(std::size_t rows, std::size_t columns);
    /// From rows * columns row-major values.
    LaneTable(std::span<const float> row_major, std::size_t rows, std::size_t columns);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    /// Floats from one column to the next: rows() padded to whole vectors.
    [[nodiscard]] std::size_t stride() const noexcept { return stride_; }
    [[nodiscard]] float& at(std::size_t row, std::size_t column) noexcept {
        return cells_[column * stride_ + row];
    }
    [[nodiscard]] float at(std::size_t row, std::size_t column) const noexcept {
        return cells_[column * stride_ + row];
    }
    /// stride() * columns() floats, aligned for SIMD.
    [[nodiscard]] float* data() noexcept { return cells_.data(); }
    [[nodiscard]] const float* data() const noexcept { return cells_.data(); }
    /// rows() * columns() values, row by row.
    [[nodiscard]] std::vector<float> row_major() const;

  private:
    std::size_t rows_;
    std::size_t columns_;
    std::size_t stride_;
    std::vector<float, xsimd::aligned_allocator<float>> cells_;
};

/// What the gradient of the mean negative log likelihood takes from the counts N of n bigrams.
struct CountShares {
    /// From row_count * column_count row-major counts. Precondition: at least one is not zero.
    CountShares(std::span<const std::uint64_t> counts, std::size_t row_count,
                std::size_t column_count);

    LaneTable cells;                                           ///< N[i][j] / n
    std::vector<float, xsimd::aligned_allocator<float>> rows;  ///< sum_j N[i][j] / n, padded
};

/// softmax of each row: P[i][j] = exp(W[i][j]) / sum_k exp(W[i][k]), in double.
/// Shapes: both rows * columns, row-major. Precondition: finite logits.
/// Relative error of each P: at most (columns + 16) * 2^-52. Does not throw or allocate.
void softmax(std::span<const float> logits, std::size_t columns, std::span<double> probabilities);

/// Mean negative log likelihood of the counts under softmax(logits), in nats, in double, through
/// log-sum-exp, so that it stays finite however unlikely a bigram is. Shapes: both rows * columns,
/// row-major. Precondition: finite logits, at least one count is not zero.
/// Relative error: at most (rows + columns + 16) * 2^-52. Does not throw or allocate.
[[nodiscard]] double cross_entropy(std::span<const float> logits,
                                   std::span<const std::uint64_t> counts, std::size_t columns);

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
