// Counts of several lists as those of one: they add, whatever the order and the vocabularies.
#pragma once

#include <cstdint>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/error.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// A sum of tables of counts over the union of their vocabularies. Exact, and the same in any
/// order.
class CountSum {
  public:
    /// Adds `times` times these counts. Fails, and adds nothing, where there would be more than
    /// `most_characters` characters or 2^64 - 1 bigrams in all.
    [[nodiscard]] Result<void> add(const Vocabulary& vocabulary, const BigramCounts& counts,
                                   std::uint64_t times = 1);

    /// The union of all that was added.
    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return vocabulary_; }
    /// Shape: vocabulary().size() squared.
    [[nodiscard]] BigramCounts counts() const { return {vocabulary_.size(), cells_}; }

  private:
    Vocabulary vocabulary_;
    std::vector<std::uint64_t> cells_{0};
    std::uint64_t total_ = 0;
};

}  // namespace makemore
