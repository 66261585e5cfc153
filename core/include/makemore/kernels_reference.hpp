// The definition of every kernel: plain double loops that read like the formula.
// For tests and for reading; nothing else calls them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace makemore::reference {

/// P[i][j] = exp(W[i][j]) / sum_k exp(W[i][k]). Row-major, rows * columns.
[[nodiscard]] std::vector<double> softmax(std::span<const double> logits, std::size_t columns);

/// -(1/n) sum_ij N[i][j] ln P[i][j], in nats.
[[nodiscard]] double cross_entropy(std::span<const double> logits,
                                   std::span<const std::uint64_t> counts, std::size_t columns);

/// (rowtotal_i P[i][j] - N[i][j]) / n + l2_slope * W[i][j].
[[nodiscard]] std::vector<double> gradient(std::span<const double> logits,
                                           std::span<const std::uint64_t> counts,
                                           std::size_t columns, double l2_slope);

}  // namespace makemore::reference
