// What a list was found to hold, and what was left out of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "makemore/record_preview.hpp"

namespace makemore {

/// How a text was written as bytes.
enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252 };

/// As people call it: "UTF-8", "UTF-16 (little-endian)", ...
[[nodiscard]] const char* encoding_name(Encoding encoding) noexcept;

/// Lines that were passed over: all of them counted, the first few by number.
struct SkippedLines {
    /// Of more lines than these only the number is known.
    static constexpr std::size_t most_numbers = 10;

    std::uint64_t count = 0;                ///< how many there were
    std::vector<std::uint64_t> first = {};  ///< 1-based, at most `most_numbers`

    /// One more, with its number, from 1.
    void add(std::uint64_t line);
};

/// A character that occurs only once in the whole list.
struct LoneCharacter {
    char32_t character;  ///< a code point
    std::uint64_t line;  ///< where it stands, from 1
};

/// Lengths are in code points. How often each character occurs is in the counts: the total of its
/// row. A weighted name counts as often as its weight says.
struct CorpusReport {
    std::uint64_t names = 0;  ///< names counted, each as often as it weighs
    /// At least, where `distinct_exact` is false.
    std::uint64_t distinct_names = 0;
    bool distinct_exact = true;      ///< whether `distinct_names` is exact
    std::uint64_t shortest = 0;      ///< 0, as the longest, where only counts are known
    std::uint64_t longest = 0;       ///< code points of the longest name
    std::string shortest_name = {};  ///< the first that is so short
    std::string longest_name = {};   ///< the first that is so long
    /// lengths[n] names have n characters; longest + 1 entries.
    std::vector<std::uint64_t> lengths = {};
    std::vector<LoneCharacter> lone_characters = {};  ///< sorted by character
    SkippedLines blank_lines = {};                    ///< nothing but white space
    SkippedLines control_lines = {};                  ///< with a control character inside
    SkippedLines zero_weights = {};                   ///< records whose weight is 0
    std::uint64_t lines = 0;                          ///< lines read, those passed over included
    std::uint64_t bytes = 0;                          ///< bytes read
    Encoding encoding = Encoding::utf8;               ///< what the bytes were taken for
    /// Where a list that was read line by line looks like records: what they seem to be.
    std::optional<RecordPreview> records = std::nullopt;

    /// Exact only where `distinct_exact` is true.
    [[nodiscard]] std::uint64_t duplicates() const noexcept { return names - distinct_names; }
};

}  // namespace makemore
