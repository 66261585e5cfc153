// Numbers and characters as text. Knows nothing of files or terminals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "makemore/vocabulary.hpp"

namespace makemore::cli {

/// The shortest decimal that reads back as the same double; "infinity" where it is infinite.
[[nodiscard]] std::string real_text(double value);

/// 32033 as "32,033".
[[nodiscard]] std::string grouped(std::uint64_t value);

/// 1234567 as "1.2 MB".
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

/// "1 name", "2 names".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);

/// A token for a table on the screen: the boundary as ".", a full stop of the data as "'.'", and
/// what would not show or would steer the terminal as "U+0020".
[[nodiscard]] std::string visible(const Vocabulary& vocabulary, Token token);

/// `text` without control characters, so that a file name or a word in a message cannot steer the
/// terminal.
[[nodiscard]] std::string harmless(std::string_view text);

/// `text` filled up with spaces to `width` code points, at its right or at its left.
[[nodiscard]] std::string pad_right(std::string text, std::size_t width);
[[nodiscard]] std::string pad_left(std::string text, std::size_t width);

}  // namespace makemore::cli
