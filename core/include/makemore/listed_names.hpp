// The distinct names of a list as a tree, where the list still knows them all; else its sample.
#pragma once

#include <optional>
#include <vector>

#include "makemore/name_sample.hpp"
#include "makemore/name_set.hpp"
#include "makemore/name_trie.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// Nothing where the set is incomplete: a name that it lacks may be in the list all the same.
/// Precondition: the names are made of the vocabulary's characters.
[[nodiscard]] std::optional<NameTrie> listed_names(const Vocabulary& vocabulary,
                                                   const NameSet& names);

/// The names of a sample, as often as it has them. Precondition: as above.
[[nodiscard]] std::vector<std::vector<Token>> sampled_names(const Vocabulary& vocabulary,
                                                            const NameSample& sample);

}  // namespace makemore
