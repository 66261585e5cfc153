// What is said of a drawn name beside its letters: how likely it is, and what the list says of it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "drawn_names.hpp"
#include "makemore/name_facts.hpp"
#include "makemore/name_trie.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore::cli {

class NameDetails {
  public:
    /// `listed` are the list's names, or null where they are not known. All of it must outlive
    /// this.
    NameDetails(const Vocabulary& vocabulary, const ProbabilityTable& table,
                const NameTrie* listed);

    /// {name, log_probability, percentile, new, nearest}. The percentile is the share, in [0, 1],
    /// of the list's names that are less likely; null, as `new` and `nearest` are, where the names
    /// are not known. `nearest` is a listed name one letter from a new one, or null.
    [[nodiscard]] nlohmann::ordered_json json(const SampledName& name,
                                              double log_probability) const;
    /// Aligned columns under a heading.
    [[nodiscard]] std::string table(const Batch& batch) const;

  private:
    [[nodiscard]] std::string standing(const SampledName& name) const;
    [[nodiscard]] std::optional<std::string> nearest(const SampledName& name) const;

    const Vocabulary& vocabulary_;
    const NameTrie* listed_;
    std::optional<Ranking> ranking_;
};

}  // namespace makemore::cli
