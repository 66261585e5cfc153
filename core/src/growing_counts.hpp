// Bigram counts over an alphabet that is still growing, in order of first appearance.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// Gives every new character the next provisional token (0 is the boundary) and counts with those;
/// `sorted` renumbers once, when the list has ended.
class GrowingCounts {
  public:
    GrowingCounts();

    /// Distinct characters so far.
    [[nodiscard]] std::size_t characters() const noexcept { return characters_.size(); }
    /// The provisional token of a character, or nothing if it is new.
    [[nodiscard]] std::optional<Token> find(char32_t character) const;
    /// Precondition: `find(character)` is empty.
    Token add(char32_t character);
    void count(Token previous, Token next) { ++cells_[previous * capacity_ + next]; }
    [[nodiscard]] std::pair<Vocabulary, BigramCounts> sorted() const;

  private:
    std::u32string characters_;
    std::array<Token, 128> ascii_{};
    std::unordered_map<char32_t, Token> others_;
    std::size_t capacity_;
    std::vector<std::uint64_t> cells_;
};

}  // namespace makemore
