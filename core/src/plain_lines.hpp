// Finds the names of plain lines, sixty-four bytes at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "makemore/name_set.hpp"

namespace makemore {

/// Lines that are a name as they stand: printable ASCII, no space at either end, at most
/// `longest_name` of them, an end (LF, CR LF or CR) and `NameSet::slack` readable bytes behind.
struct PlainLines {
    std::size_t lines;  ///< how many there are, as many as there is room for at most
    std::size_t bytes;  ///< with their ends
};

/// The plain lines at the start of the text, up to the first line that is not; their names with
/// their hashes are left in `names`.
[[nodiscard]] PlainLines find_plain_lines(std::span<const std::uint8_t> text,
                                          std::span<NameSet::Hashed> names);

}  // namespace makemore
