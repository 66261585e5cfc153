// UTF-8 to code points and back, exactly as the Unicode Standard defines it (chapter 3, table 3-7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "makemore/error.hpp"

namespace makemore {

/// A byte-at-a-time UTF-8 decoder that keeps its state between calls, so that input may be cut
/// anywhere. Refuses overlong forms, surrogates and values above U+10FFFF at the first byte that
/// makes the sequence impossible. Does not throw, does not allocate.
class Utf8Decoder {
  public:
    /// What is known of the character after a byte.
    enum class Status : std::uint8_t { complete, incomplete, invalid };

    /// Takes the next byte. `complete`: `code_point()` holds the decoded value.
    /// After `invalid` the decoder must not be fed again.
    [[nodiscard]] Status feed(std::uint8_t byte) noexcept;
    /// The character. Precondition: complete.
    [[nodiscard]] char32_t code_point() const noexcept { return value_; }
    /// True between the bytes of one code point.
    [[nodiscard]] bool inside_sequence() const noexcept { return remaining_ != 0; }

  private:
    char32_t value_ = 0;
    std::uint8_t remaining_ = 0;
    std::uint8_t lowest_next_ = 0x80;
    std::uint8_t highest_next_ = 0xBF;
};

/// One decoded character and the bytes it took; no bytes where the text does not begin with a whole
/// valid one.
struct DecodedCharacter {
    char32_t character = 0;  ///< a code point
    std::size_t bytes = 0;   ///< how many it was written in
};

/// decode_one where the text does not begin with a byte below 0x80.
[[nodiscard]] DecodedCharacter decode_wide(std::span<const std::uint8_t> text) noexcept;

/// Decodes the first character of a text that lies in memory; the same language as `Utf8Decoder`.
[[nodiscard]] inline DecodedCharacter decode_one(std::span<const std::uint8_t> text) noexcept {
    return !text.empty() && text[0] < 0x80 ? DecodedCharacter{text[0], 1} : decode_wide(text);
}

/// Whether all of a text is valid.
[[nodiscard]] bool is_utf8(std::span<const std::uint8_t> text) noexcept;

/// Appends the UTF-8 form of one code point. Precondition: a Unicode scalar value.
void append_utf8(std::string& out, char32_t code_point);

/// Decodes a whole string; the error's column is the code point at which it stopped being valid.
[[nodiscard]] Result<std::u32string> decode_utf8(std::string_view bytes);

/// Encodes a whole string. Precondition: scalar values only.
[[nodiscard]] std::string encode_utf8(std::u32string_view code_points);

}  // namespace makemore
