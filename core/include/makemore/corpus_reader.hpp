// Reads a list of names, one a line or one a record, from bytes that may be cut anywhere.
// Refuses what is not text; knows nothing of files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "makemore/bigram_counts.hpp"
#include "makemore/corpus_report.hpp"
#include "makemore/error.hpp"
#include "makemore/name_sample.hpp"
#include "makemore/name_set.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// A list, counted.
struct Corpus {
    Vocabulary vocabulary;  ///< its characters, sorted
    BigramCounts counts;    ///< N[previous][next] over them
    CorpusReport report;    ///< what was found and what was passed over
    /// The distinct names, as far as they are known.
    NameSet names{0};
    /// Stands for the list where the set is incomplete. By weight, where there are weights.
    NameSample sample{};
};

/// The counts of a list in which every name stands once. Fails where the distinct names are not all
/// known.
[[nodiscard]] Result<BigramCounts> distinct_counts(const Corpus& corpus);

/// The longest name that is read, in code points.
inline constexpr std::size_t longest_name = 1'000;
/// The most distinct characters that a list may have.
inline constexpr std::size_t most_characters = 2'000;
/// The most names, weights included: what a double counts exactly.
inline constexpr std::uint64_t most_names = 9'007'199'254'740'991;

/// A column of records: its place from 0, or what the header calls it.
using Column = std::variant<std::size_t, std::string>;

/// Where the names are in records. What is not said is guessed as `preview_records` does.
struct RecordOptions {
    std::optional<char> separator = std::nullopt;      ///< between fields
    std::optional<bool> has_header = std::nullopt;     ///< whether the first line names columns
    std::optional<Column> name_column = std::nullopt;  ///< where the names are
    /// Whole numbers: how often the name counts.
    std::optional<Column> weight_column = std::nullopt;
    bool guess_weight = false;  ///< take the column that looks like counts
};

/// What a door's Unicode library does to text: canonical composition (NFC), folding to lower case.
///
/// `apply` gets valid UTF-8, whole lines with their ends, and gives it back transformed, line for
/// line. It is asked about blocks of lines with a byte from 0xCC on, for all characters below
/// U+0300 (bytes up to 0xCB) are composed as they are; with `changes_case`, about all blocks that
/// are not free of A to Z and bytes from 0x80. Lines of more than a million bytes are not asked
/// about, nor text that is not UTF-8, which is refused.
struct TextTransform {
    std::function<std::string(std::string_view)> apply = {};  ///< text in UTF-8 to text in UTF-8
    bool changes_case = false;  ///< whether it folds case, which can change ASCII, too
};

/// How many distinct names are left when all of them are transformed. Nothing where they are not
/// all known. Takes as much memory as the set does, for as long as the call lasts.
[[nodiscard]] std::optional<std::size_t> distinct_transformed(const NameSet& names,
                                                              const TextTransform& transform);

/// How bytes become names.
struct ReadingOptions {
    /// Nothing: UTF-8, or UTF-16 where the list begins with a byte order mark that says so.
    std::optional<Encoding> encoding = std::nullopt;
    std::optional<RecordOptions> records = std::nullopt;  ///< nothing: one name on each line
    TextTransform transform = {};  ///< to composed characters, say; none: as it is
    /// Bound of the set of names, in bytes.
    std::size_t most_set_bytes = NameSet::default_most_bytes;
    std::uint64_t sample_seed = lecture_seed;  ///< of the reservoir
};

/// Counts a list while it is read: `feed` any number of pieces, then `finish`. The memory it takes
/// does not grow with the list: the set has a bound, and no line is kept.
///
/// A line is one name; it ends with LF, CR LF or CR. White space around it (Unicode White_Space) is
/// cut off; blank lines and lines with control characters are passed over and reported; a byte
/// order mark at the start is dropped. The pieces may be cut anywhere.
class CorpusReader {
  public:
    /// Ready for the first bytes.
    explicit CorpusReader(ReadingOptions options = {});
    ~CorpusReader();
    /// Moved from, it can only be assigned to or destroyed.
    CorpusReader(CorpusReader&&) noexcept;
    CorpusReader& operator=(CorpusReader&&) noexcept;  ///< Likewise.

    /// Fails on what does not seem to be text, on invalid UTF-8 or UTF-16, on NUL, on a name over
    /// `longest_name`, on more than `most_characters` distinct characters and on records that are
    /// not as the options say, with line and column. Once it has failed, every further call
    /// returns the same error. What is wrong in the first 512 bytes may be told later.
    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> bytes);
    /// Ends the input. Fails on a cut code point and on a list without a name. Call it once.
    [[nodiscard]] Result<Corpus> finish();

  private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace makemore
