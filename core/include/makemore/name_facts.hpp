// What is said of a name beside its letters: how likely it is, where that ranks, in which order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "makemore/name_scores.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// ln of the probability that the table draws exactly this name (tokens without boundaries), its
/// end included, in nats; -infinity where it never does. Precondition: known tokens.
[[nodiscard]] double log_probability(const ProbabilityTable& table, std::span<const Token> name);

/// Where a name ranks among the names of a list, or of a sample of it, by log probability.
class Ranking {
  public:
    /// Among these names.
    explicit Ranking(std::span<const NameScore> names);

    /// The share of the names, in [0, 1], whose log probability is below this one; 0 for none.
    [[nodiscard]] double share_below(double log_probability) const noexcept;
    /// The log probabilities of the names in nats, the smallest first.
    [[nodiscard]] std::span<const double> sorted() const noexcept { return sorted_; }

  private:
    std::vector<double> sorted_;
};

/// In which order a batch of names is shown.
enum class NameOrder : std::uint8_t {
    drawn,        ///< as they came
    probability,  ///< the most probable first
    length,       ///< the shortest first
    alphabet,     ///< by code points
};

/// "drawn", "probability", "length" or "alphabet"; nothing for another word.
[[nodiscard]] std::optional<NameOrder> name_order(std::string_view word) noexcept;

/// The places of a batch's names in that order; names that tie stay as drawn.
/// Precondition: as many log probabilities as names.
[[nodiscard]] std::vector<std::size_t> places_in_order(NameOrder order,
                                                       std::span<const std::vector<Token>> names,
                                                       std::span<const double> log_probabilities);

}  // namespace makemore
