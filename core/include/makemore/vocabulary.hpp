// The vocabulary: which characters a list is made of, and the number (token) of each.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "makemore/error.hpp"

namespace makemore {

/// A token id: an index into the rows and columns of every table. 0 is the boundary.
using Token = std::uint32_t;

/// The boundary token: start and end of every name. A full stop in the data is another token.
inline constexpr Token boundary = 0;

/// The distinct code points of a list, sorted, behind the boundary token.
/// Token t > 0 is the t-th smallest code point.
class Vocabulary {
  public:
    /// Only the boundary.
    Vocabulary() = default;
    /// Precondition: `sorted_characters` is strictly increasing.
    explicit Vocabulary(std::u32string sorted_characters);

    /// The number of tokens, the boundary included.
    [[nodiscard]] std::size_t size() const noexcept { return characters_.size() + 1; }
    /// The distinct characters, sorted; the boundary is not among them.
    [[nodiscard]] std::u32string_view characters() const noexcept { return characters_; }
    /// Precondition: 0 < token < size().
    [[nodiscard]] char32_t character(Token token) const;
    /// The token of a character, or nothing if the list never had it.
    [[nodiscard]] std::optional<Token> token(char32_t character) const noexcept;
    /// What a token is called in tables: its character in UTF-8, "." for the boundary.
    [[nodiscard]] std::string label(Token token) const;

    /// Tokens of a word, without boundaries. Fails on invalid UTF-8 and on a character that is not
    /// in the vocabulary; the error names it and its column.
    [[nodiscard]] Result<std::vector<Token>> encode(std::string_view word) const;
    /// UTF-8 of a token sequence. Precondition: no boundary among the tokens.
    [[nodiscard]] std::string decode(std::span<const Token> tokens) const;

  private:
    std::u32string characters_;
};

}  // namespace makemore
