// How often each token follows each other: all that a bigram model can know about a list.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "makemore/vocabulary.hpp"

namespace makemore {

/// A square table of 64-bit counts: N[previous][next], row-major.
class BigramCounts {
  public:
    /// All zero. Shape: vocabulary_size x vocabulary_size.
    explicit BigramCounts(std::size_t vocabulary_size);
    /// Precondition: `row_major.size() == vocabulary_size * vocabulary_size`.
    BigramCounts(std::size_t vocabulary_size, std::vector<std::uint64_t> row_major);

    /// Rows, and columns: the number of tokens.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// How often `next` follows `previous`.
    [[nodiscard]] std::uint64_t at(Token previous, Token next) const noexcept {
        return cells_[previous * size_ + next];
    }
    /// The counts of what follows `previous`; size() of them.
    [[nodiscard]] std::span<const std::uint64_t> row(Token previous) const noexcept {
        return std::span(cells_).subspan(previous * size_, size_);
    }
    /// Row-major, size() * size() counts.
    [[nodiscard]] std::span<const std::uint64_t> cells() const noexcept { return cells_; }
    /// How often anything follows `previous`.
    [[nodiscard]] std::uint64_t row_total(Token previous) const noexcept;
    /// Number of bigrams.
    [[nodiscard]] std::uint64_t total() const noexcept;

    /// Counts the bigrams of one name, boundaries at both ends included. Precondition: known
    /// tokens.
    void add_name(std::span<const Token> name, std::uint64_t times = 1);

  private:
    std::size_t size_;
    std::vector<std::uint64_t> cells_;
};

}  // namespace makemore
