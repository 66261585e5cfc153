// How likely a table draws each name of a list, or of a sample of it: what rankings are made of.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "makemore/name_trie.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// How likely one name is.
struct NameScore {
    double log_probability;  ///< in nats, as `log_probability` has it to the bit
    std::size_t letters;     ///< without boundaries
};

/// A score for every name, in no particular order. Precondition: tokens of the table.
[[nodiscard]] std::vector<NameScore> score_names(const ProbabilityTable& table,
                                                 const NameTrie& names);
/// The same for names that may repeat, as those of a sample do: each as often as it is there.
[[nodiscard]] std::vector<NameScore> score_names(const ProbabilityTable& table,
                                                 std::span<const std::vector<Token>> names);

}  // namespace makemore
