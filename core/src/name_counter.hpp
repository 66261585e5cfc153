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

/// Takes names in two ways: one by one, or, where they are printable ASCII, a run of lines at a
/// time, whose bigrams are counted without looking at where each line ends.
class NameCounter {
  public:
    explicit NameCounter(const ReadingOptions& options);

    /// Counts a name `times` over. Precondition: 1 to `longest_name` code points, `bytes` followed
    /// by `NameSet::slack` readable ones, not more than `room()` times. Fails, without a place,
    /// where a character is one too many.
    [[nodiscard]] Result<void> add(std::u32string_view name, std::string_view bytes,
                                   std::uint64_t line, std::uint64_t times = 1);
    /// The same for a name that does not lie in memory as UTF-8.
    [[nodiscard]] Result<void> add(std::u32string_view name, std::uint64_t line,
                                   std::uint64_t times = 1);

    /// A run of whole plain lines (no byte below 0x20 or above 0x7E but their ends: LF, CR LF or
    /// CR), the first of them at `line`, and the name of each. Precondition: not more than
    /// `room()`. Fails, with its line, where a character is one too many.
    [[nodiscard]] Result<void> add_plain_lines(std::span<const std::uint8_t> lines,
                                               std::span<const NameSet::Hashed> names,
                                               std::uint64_t line);

    [[nodiscard]] std::uint64_t names() const noexcept { return names_; }
    /// How many more names may be counted.
    [[nodiscard]] std::uint64_t room() const noexcept { return most_names - names_; }
    /// Hands over what was counted; the report has everything that follows from the names.
    /// Precondition: at least one name.
    [[nodiscard, gnu::cold]] Corpus finish();

  private:
    void note_length(std::string_view bytes, std::size_t length, std::uint64_t times);
    /// Precondition: there is none for it.
    [[nodiscard]] Result<Token> new_token(char32_t character, std::uint64_t line);
    [[nodiscard]] Result<void> add_plain_bigrams(std::span<const std::uint8_t> lines,
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
