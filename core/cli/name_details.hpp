// What is said of a drawn name beside its letters: how likely it is, and what the list says of it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "drawn_names.hpp"
#include "makemore/name_facts.hpp"
#include "makemore/name_trie.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore::cli {

class NameDetails {
  public:
    /// `listed` are the list's names, or null where they are not all known; then `sample` stands
    /// for them, unless it is empty. All but the sample must outlive this.
    NameDetails(const Vocabulary& vocabulary, const ProbabilityTable& table, const NameTrie* listed,
                std::span<const std::vector<Token>> sample);

    /// {name, log_probability, percentile, new, nearest}. The percentile is the share, in [0, 1],
    /// of the list's names that are less likely, or of the sample's; null where there is neither.
    /// `new` is null where the names are not all known. `nearest` is a listed name one letter from
    /// a new one, or null.
    [[nodiscard]] nlohmann::ordered_json json(const SampledName& name,
                                              double log_probability) const;
    /// The names that the percentiles are of, where those are only a sample of the list's; else 0.
    [[nodiscard]] std::size_t sampled() const { return sampled_; }
    /// Aligned columns under a heading, and below them what the percentiles are of.
    [[nodiscard]] std::string table(const Batch& batch) const;

  private:
    [[nodiscard]] std::string standing(const SampledName& name) const;
    [[nodiscard]] std::optional<std::string> nearest(const SampledName& name) const;

    const Vocabulary& vocabulary_;
    const NameTrie* listed_;
    std::size_t sampled_ = 0;
    std::optional<Ranking> ranking_;
};

}  // namespace makemore::cli
