// Bigram counts over an alphabet that is still growing, in order of first appearance.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/corpus_report.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// Gives every new character the next provisional token (0 is the boundary) and counts with those;
/// `sorted` renumbers once, when the list has ended.
class GrowingCounts {
  public:
    GrowingCounts();

    /// Distinct characters so far.
    [[nodiscard]] std::size_t characters() const noexcept { return characters_.size(); }
    /// The provisional token of a character, or the boundary if it is new.
    [[nodiscard]] Token find(char32_t character) const noexcept {
        const auto& page = pages_[character >> page_bits];
        return page ? (*page)[character & (page_size - 1)] : boundary;
    }
    /// Precondition: `find(character)` is the boundary; fewer than 65,535 characters.
    Token add(char32_t character, std::uint64_t line);
    void count(Token previous, Token next, std::uint64_t times = 1) {
        cells_[previous * capacity_ + next] += times;
    }
    [[nodiscard]] std::pair<Vocabulary, BigramCounts> sorted() const;
    /// Sorted by character.
    [[nodiscard]] std::vector<LoneCharacter> lone_characters() const;

  private:
    static constexpr unsigned page_bits = 8;
    static constexpr std::size_t page_size = std::size_t{1} << page_bits;
    using Page = std::array<std::uint16_t, page_size>;

    [[nodiscard]] std::vector<Token> in_order() const;

    std::u32string characters_;
    std::vector<std::uint64_t> first_lines_;
    std::vector<std::unique_ptr<Page>> pages_;
    std::size_t capacity_;
    std::vector<std::uint64_t> cells_;
};

}  // namespace makemore
