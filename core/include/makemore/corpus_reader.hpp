// Reads a list of names, one a line, from UTF-8 bytes that may be cut anywhere.
// Refuses what is not text; knows nothing of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

#include "makemore/bigram_counts.hpp"
#include "makemore/error.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// What a list was found to hold. Lengths are in code points.
struct CorpusReport {
    std::uint64_t names = 0;
    std::uint64_t distinct_names = 0;
    std::uint64_t shortest = 0;
    std::uint64_t longest = 0;
    std::uint64_t blank_lines = 0;
    std::uint64_t bytes = 0;
};

/// A list, counted.
struct Corpus {
    Vocabulary vocabulary;
    BigramCounts counts;
    CorpusReport report;
};

/// The longest name that is read, in code points.
inline constexpr std::size_t longest_name = 1'000;
/// The most distinct characters that a list may have.
inline constexpr std::size_t most_characters = 2'000;

/// Counts a list while it is read: `feed` any number of pieces, then `finish`.
/// A line is one name; white space around it (Unicode White_Space, so CR too) is cut off; blank
/// lines are skipped; a byte order mark at the start is dropped. The pieces may be cut anywhere.
class CorpusReader {
  public:
    CorpusReader();
    ~CorpusReader();
    CorpusReader(CorpusReader&&) noexcept;
    CorpusReader& operator=(CorpusReader&&) noexcept;

    /// Fails on invalid UTF-8, on NUL, on a name over `longest_name` and on more than
    /// `most_characters` distinct characters, with line and column. Once it has failed, every
    /// further call returns the same error.
    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> bytes);
    /// Ends the input. Fails on a cut code point and on a list without a name. Call it once.
    [[nodiscard]] Result<Corpus> finish();

  private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace makemore
