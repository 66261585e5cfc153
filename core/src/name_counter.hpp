// Where every name that is read ends up: counts, lengths, the set, the sample.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "growing_counts.hpp"
#include "makemore/corpus_reader.hpp"

namespace makemore {

/// A name is counted, then kept: for the set and the sample. Lines that lie in memory are counted
/// as they are found and kept many at a time; where they are printable ASCII, their bigrams are
/// counted without looking at where each line ends. Any other name is added by itself.
class NameCounter {
  public:
    explicit NameCounter(const ReadingOptions& options);

    /// Counts and keeps a name `times` over. Precondition: 1 to `longest_name` code points, not
    /// more than `room()` times. Fails, without a place, where a character is one too many.
    [[nodiscard]] Result<void> add(std::u32string_view name, std::uint64_t line,
                                   std::uint64_t times = 1);

    /// Counts a run of whole plain lines (no byte below 0x20 or above 0x7E but their ends: LF, CR
    /// LF or CR), the first of them at `line`, and the name of each. Precondition: not more than
    /// `room()`. Fails, with its line, where a character is one too many.
    [[nodiscard]] Result<void> count_plain_lines(std::span<const std::uint8_t> lines,
                                                 std::span<const NameSet::Hashed> names,
                                                 std::uint64_t line);
    /// Counts a name, likewise; `bytes` is the same in UTF-8.
    [[nodiscard]] Result<void> count(std::u32string_view name, std::string_view bytes,
                                     std::uint64_t line, std::uint64_t times = 1);
    /// Names that were counted, in the order of the list.
    void keep(std::span<const NameSet::Hashed> names);

    [[nodiscard]] std::uint64_t names() const noexcept { return names_; }
    /// How many more names may be counted.
    [[nodiscard]] std::uint64_t room() const noexcept { return most_names - names_; }
    /// Hands over what was counted; the report has everything that follows from the names.
    /// Precondition: at least one name.
    [[nodiscard, gnu::cold]] Corpus finish();

  private:
    /// If it is the shortest or longest so far.
    void note_extreme(std::string_view bytes, std::size_t length);
    /// Precondition: there is none for it.
    [[nodiscard]] Result<Token> new_token(char32_t character, std::uint64_t line);
    [[nodiscard]] Result<void> count_plain_bigrams(std::span<const std::uint8_t> lines,
                                                   std::uint64_t line);
    // Once for a character.
    [[nodiscard, gnu::cold]] Result<void> add_new_characters(std::span<const std::uint8_t> lines,
                                                             std::uint64_t line);
    [[gnu::cold]] void move_plain_pairs();

    GrowingCounts counts_;
    std::vector<std::uint32_t> plain_pairs_;  // of bytes below 0x80: previous | next << 8
    std::uint64_t plain_bytes_ = 0;  // counted in plain_pairs_: keeps its cells from overflowing
    std::array<std::uint64_t, longest_name + 1> lengths_{};
    std::uint64_t names_ = 0;
    std::size_t shortest_ = longest_name + 1;
    std::size_t longest_ = 0;
    std::string shortest_name_;
    std::string longest_name_;
    NameSet set_;
    NameSample sample_;
};

}  // namespace makemore
