// The pivot of the project: whichever model made it, a table of next-token probabilities.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "makemore/bigram_counts.hpp"

namespace makemore {

/// Probabilities P[context][next], in double. Every row of a model sums to 1 within rounding.
class ProbabilityTable {
  public:
    /// Precondition: `row_major.size() == rows * columns`, no value negative, no row all zero.
    ProbabilityTable(std::size_t rows, std::size_t columns, std::vector<double> row_major);

    /// Contexts.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    /// Tokens that may follow.
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    /// P[context], columns() probabilities that add up to 1.
    [[nodiscard]] std::span<const double> row(Token context) const noexcept {
        return std::span(cells_).subspan(context * columns_, columns_);
    }
    /// Row-major, rows() * columns() probabilities.
    [[nodiscard]] std::span<const double> cells() const noexcept { return cells_; }

  private:
    std::size_t rows_;
    std::size_t columns_;
    std::vector<double> cells_;
};

/// The count model: P[i][j] = (N[i][j] + a) / sum_k (N[i][k] + a), smoothing a >= 0 (add-a,
/// Laplace). Precondition: a is finite, and a > 0 or no row of the counts is empty.
[[nodiscard]] ProbabilityTable count_model(const BigramCounts& counts, double smoothing = 0.0);

/// The model that knows only how many tokens there are: every probability is 1 / size.
[[nodiscard]] ProbabilityTable uniform_model(std::size_t size);

/// The lecture's broadcasting trap: every count divided by the total of its column's token instead
/// of its row's, as N / N.sum(1) does without keepdim. Columns sum to 1; rows do not, so this is no
/// model. (Its mean loss is that of the count model all the same: both divide by the same totals,
/// since a token is left as often as it is reached.) Precondition: no row of the counts is empty.
[[nodiscard]] ProbabilityTable divided_by_column_totals(const BigramCounts& counts);

/// The neural model: P[i] = softmax(W[i]), computed in double from float32 logits.
/// Shape of `row_major_weights`: rows x columns. Precondition: finite.
[[nodiscard]] ProbabilityTable softmax_model(std::span<const float> row_major_weights,
                                             std::size_t rows, std::size_t columns);

}  // namespace makemore
