// UTF-8 to characters and line ends, with the place of each: line, column and byte.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "makemore/error.hpp"
#include "makemore/utf8.hpp"

namespace makemore {

/// Takes text byte by byte. LF, CR LF and CR end a line; the LF of a CR LF is passed over.
class PlacedDecoder {
  public:
    enum class Event : std::uint8_t { nothing, character, line_end, invalid };

    /// `byte` is the one at `offset` (0-based) of the whole input.
    [[nodiscard]] Event feed(std::uint8_t byte, std::uint64_t offset);
    [[nodiscard]] char32_t character() const noexcept { return decoder_.code_point(); }
    /// Between lines, so that whole lines may be taken past this decoder (`skip_lines`).
    [[nodiscard]] bool at_line_start() const noexcept {
        return column_ == 0 && !after_cr_ && !decoder_.inside_sequence();
    }
    [[nodiscard]] bool inside_character() const noexcept { return decoder_.inside_sequence(); }
    void skip_lines(std::uint64_t lines) noexcept { line_ += lines; }

    /// 1-based; the line of the last character or line end.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }
    /// Code points of this line so far.
    [[nodiscard]] std::uint64_t column() const noexcept { return column_; }
    /// Ends the line that a `line_end` told of: places are now those of the next one.
    void next_line() noexcept {
        ++line_;
        column_ = 0;
    }
    /// What to say after `invalid`.
    [[nodiscard]] Error invalid_error() const;
    /// What to say where the input ends inside a character.
    [[nodiscard]] Error cut_error() const;

  private:
    Utf8Decoder decoder_;
    std::array<std::uint8_t, 4> sequence_{};  // the bytes of this character so far
    std::size_t sequence_length_ = 0;
    std::uint64_t sequence_offset_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t column_ = 0;
    bool after_cr_ = false;
};

}  // namespace makemore
