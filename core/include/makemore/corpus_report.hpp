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
    static constexpr std::size_t most_numbers = 10;

    std::uint64_t count = 0;
    std::vector<std::uint64_t> first = {};  ///< 1-based, at most `most_numbers`

    void add(std::uint64_t line);
};

/// A character that occurs only once in the whole list.
struct LoneCharacter {
    char32_t character;
    std::uint64_t line;
};

/// Lengths are in code points. How often each character occurs is in the counts: the total of its
/// row. A weighted name counts as often as its weight says.
struct CorpusReport {
    std::uint64_t names = 0;
    /// At least, where `distinct_exact` is false.
    std::uint64_t distinct_names = 0;
    bool distinct_exact = true;
    std::uint64_t shortest = 0;  ///< 0, as the longest, where only counts are known
    std::uint64_t longest = 0;
    std::string shortest_name = {};  ///< the first that is so short
    std::string longest_name = {};   ///< the first that is so long
    /// lengths[n] names have n characters; longest + 1 entries.
    std::vector<std::uint64_t> lengths = {};
    std::vector<LoneCharacter> lone_characters = {};  ///< sorted by character
    SkippedLines blank_lines = {};
    SkippedLines control_lines = {};  ///< with a control character inside
    SkippedLines zero_weights = {};   ///< records whose weight is 0
    std::uint64_t lines = 0;
    std::uint64_t bytes = 0;
    Encoding encoding = Encoding::utf8;
    /// Where a list that was read line by line looks like records: what they seem to be.
    std::optional<RecordPreview> records = std::nullopt;

    /// Exact only where `distinct_exact` is true.
    [[nodiscard]] std::uint64_t duplicates() const noexcept { return names - distinct_names; }
};

}  // namespace makemore
