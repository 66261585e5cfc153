// Finds the names of plain lines, sixty-four bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "makemore/name_set.hpp"

namespace makemore {

/// So many bytes are looked at together, and so many lines may lie in them.
inline constexpr std::size_t plain_lines_at_once = 64;

/// Lines that are a name as they stand: printable ASCII, no space at either end, at most
/// `longest_name` of them, and an end (LF, CR LF or CR).
struct PlainLines {
    std::size_t lines;  ///< how many there are
    std::size_t bytes;  ///< with their ends
};

/// The plain lines at the start of the text, up to the first line that is not; their names with
/// their hashes are left in `names`. Stops where room is left for fewer names than
/// `plain_lines_at_once`, or text for less than as many bytes and `NameSet::slack`.
[[nodiscard]] PlainLines find_plain_lines(std::span<const std::uint8_t> text,
                                          std::span<NameSet::Hashed> names);

}  // namespace makemore
