#include "makemore/corpus_reader.hpp"

#include <algorithm>
#include <utility>

#include "file_kind.hpp"
#include "line_reader.hpp"
#include "makemore/utf8.hpp"
#include "record_reader.hpp"
#include "text_decoder.hpp"
#include "transform_stage.hpp"

namespace makemore {

namespace {

// Decoded at a time, so that the text in between stays small.
constexpr std::size_t decoded_bytes = std::size_t{1} << 14U;
// Of the text, for a guess whether it is records.
constexpr std::size_t preview_bytes = std::size_t{1} << 14U;

using Bytes = std::span<const std::uint8_t>;

Bytes bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

struct Mark {
    Encoding encoding;
    std::size_t bytes;
};

// The byte order mark at the start, or none: UTF-8.
Mark byte_order_mark(Bytes start) {
    const auto begins = [start](std::initializer_list<std::uint8_t> mark) {
        return start.size() >= mark.size() && std::ranges::equal(start.first(mark.size()), mark);
    };
    if (begins({0xEF, 0xBB, 0xBF})) {
        return {Encoding::utf8, 3};
    }
    if (begins({0xFF, 0xFE})) {
        return {Encoding::utf16_le, 2};
    }
    return begins({0xFE, 0xFF}) ? Mark{Encoding::utf16_be, 2} : Mark{Encoding::utf8, 0};
}

// As most lists begin: whatever is no list has other bytes too.
bool is_letters_and_lines(Bytes start) {
    return std::ranges::all_of(start, [](std::uint8_t byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '\n' ||
               byte == '\r';
    });
}

}  // namespace

/// bytes -> (head) -> decoder -> transform -> text reader -> NameCounter. Stages that have nothing
/// to do are left out.
class CorpusReader::State {
  public:
    explicit State(ReadingOptions options) : names_(options) {
        if (options.records) {
            reader_ = std::make_unique<RecordReader>(names_, *options.records);
        } else {
            reader_ = std::make_unique<LineReader>(names_);
        }
        if (options.transform.apply) {
            transform_.emplace(std::move(options.transform));
        }
        lines_ = !options.records;
        wanted_ = options.encoding;
    }

    [[nodiscard]] Result<void> feed(Bytes bytes) {
        if (failure_) {
            return std::unexpected(*failure_);
        }
        auto fed = begun_ ? decode(bytes) : begin(bytes);
        return fed ? fed : fail(std::move(fed.error()));
    }

    [[nodiscard]] Result<Corpus> finish() {
        if (failure_) {
            return std::unexpected(*failure_);
        }
        if (auto ended = end(); !ended) {
            return fail(std::move(ended.error()));
        }
        if (names_.names() == 0) {
            return fail(no_names());
        }
        Corpus corpus = names_.finish();
        CorpusReport& report = corpus.report;
        report.blank_lines = reader_->skipped().blank;
        report.control_lines = reader_->skipped().control;
        report.zero_weights = reader_->skipped().zero_weight;
        report.lines = reader_->lines();
        report.bytes = bytes_;
        report.encoding = encoding_;
        if (lines_ && start_.find_first_of(record_separators) != std::string::npos) {
            report.records = preview_records(start_, whole_start_);
        }
        return corpus;
    }

  private:
    [[nodiscard]] std::unexpected<Error> fail(Error error) {
        failure_ = std::move(error);
        return std::unexpected(*failure_);
    }

    [[nodiscard]] static std::unexpected<Error> other_kind(std::string_view kind) {
        return std::unexpected(
            Error{.message = "this seems to be " + std::string(kind) + ", not a list of names"});
    }

    // Why there is none, as far as what was passed over tells.
    [[nodiscard]] Error no_names() const {
        const auto& skipped = reader_->skipped();
        if (bytes_ == 0) {
            return {.message = "the list is empty; it needs one name on each line"};
        }
        if (skipped.control.count > 0) {
            return {.message = "no line holds a name: each is blank or has control characters",
                    .line = skipped.control.first.front()};
        }
        if (skipped.zero_weight.count > 0) {
            return {.message = "no name counts: every weight is 0",
                    .line = skipped.zero_weight.first.front()};
        }
        if (!lines_) {
            return {.message = "no record holds a name in the chosen column"};
        }
        return {.message = "only blank lines; the list needs one name on each line"};
    }

    // Waits for enough bytes to see what they are.
    [[nodiscard]] Result<void> begin(Bytes bytes) {
        if (head_.empty() && bytes.size() >= file_kind_bytes) {
            return begin_with(bytes);
        }
        const std::size_t missing = std::min(file_kind_bytes - head_.size(), bytes.size());
        head_.append(reinterpret_cast<const char*>(bytes.data()), missing);
        if (head_.size() < file_kind_bytes) {
            return {};
        }
        if (auto begun = begin_with(bytes_of(std::exchange(head_, {}))); !begun) {
            return begun;
        }
        return decode(bytes.subspan(missing));
    }

    [[nodiscard]] Result<void> begin_with(Bytes start) {
        begun_ = true;
        const Mark mark = byte_order_mark(start);
        const bool marked = mark.bytes > 0 && wanted_.value_or(mark.encoding) == mark.encoding;
        encoding_ = wanted_.value_or(mark.encoding);
        const bool as_utf16 = encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be;
        if (!is_letters_and_lines(start.first(std::min(start.size(), file_kind_bytes)))) {
            if (const auto kind = file_kind(start, as_utf16)) {
                return other_kind(*kind);
            }
        }
        if (encoding_ != Encoding::utf8) {
            decoder_.emplace(encoding_);
        }
        const std::size_t skipped = marked ? mark.bytes : 0;
        bytes_ = skipped;
        return decode(start.subspan(skipped));
    }

    [[nodiscard]] Result<void> decode(Bytes bytes) {
        if (!decoder_) {
            auto passed = transform(bytes, bytes_);
            bytes_ += bytes.size();
            return passed;
        }
        return decode_other(bytes);
    }

    // What is not UTF-8.
    [[nodiscard]] Result<void> decode_other(Bytes bytes) {
        while (!bytes.empty()) {
            const Bytes part = bytes.first(std::min(bytes.size(), decoded_bytes));
            std::string text;
            const auto decoded = decoder_->feed(part, text);
            if (auto passed = transform(bytes_of(text), bytes_); !passed) {
                return passed;
            }
            bytes_ += decoded.bytes;
            if (decoded.problem != TextDecoder::Problem::none) {
                return undecodable("a surrogate without its other half; this is not valid UTF-16");
            }
            bytes = bytes.subspan(part.size());
        }
        return {};
    }

    // An error right behind the text so far.
    [[nodiscard]] std::unexpected<Error> undecodable(std::string message) {
        if (transform_) {
            if (auto flushed = transform_->finish(next()); !flushed) {
                return std::unexpected(flushed.error());
            }
        }
        Error error = reader_->error_here(std::move(message));
        ++error.column;
        error.byte = bytes_;
        return std::unexpected(std::move(error));
    }

    [[nodiscard]] Result<void> transform(Bytes text, std::uint64_t offset) {
        return transform_ ? transform_->feed(text, offset, next()) : read(text, offset);
    }

    [[nodiscard]] TransformStage::Next next() {
        return [this](Bytes text, std::uint64_t offset) { return read(text, offset); };
    }

    [[nodiscard]] Result<void> read(Bytes text, std::uint64_t offset) {
        if (lines_ && start_.size() < preview_bytes) {
            const std::size_t missing = std::min(preview_bytes - start_.size(), text.size());
            start_.append(reinterpret_cast<const char*>(text.data()), missing);
            whole_start_ = missing == text.size();
        } else if (!text.empty()) {
            whole_start_ = false;
        }
        return reader_->feed(text, offset);
    }

    [[nodiscard]] Result<void> end() {
        if (!begun_) {
            if (auto begun = begin_with(bytes_of(std::exchange(head_, {}))); !begun) {
                return begun;
            }
        }
        if (decoder_ && decoder_->finish() != TextDecoder::Problem::none) {
            return undecodable(
                "the list ends in the middle of a UTF-16 character; it may have "
                "been cut off");
        }
        if (transform_) {
            if (auto flushed = transform_->finish(next()); !flushed) {
                return flushed;
            }
        }
        return reader_->finish();
    }

    NameCounter names_;
    std::unique_ptr<TextReader> reader_;
    std::optional<TransformStage> transform_;
    std::optional<TextDecoder> decoder_;
    std::optional<Encoding> wanted_;
    Encoding encoding_ = Encoding::utf8;
    std::string head_;   // the first bytes, until there are enough to see what they are
    std::string start_;  // the first text, to see whether it is records
    bool whole_start_ = true;
    bool lines_ = true;
    bool begun_ = false;
    std::uint64_t bytes_ = 0;
    std::optional<Error> failure_;
};

CorpusReader::CorpusReader(ReadingOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}
CorpusReader::~CorpusReader() = default;
CorpusReader::CorpusReader(CorpusReader&&) noexcept = default;
CorpusReader& CorpusReader::operator=(CorpusReader&&) noexcept = default;

Result<void> CorpusReader::feed(std::span<const std::uint8_t> bytes) { return state_->feed(bytes); }
Result<Corpus> CorpusReader::finish() { return state_->finish(); }

Result<BigramCounts> distinct_counts(const Corpus& corpus) {
    if (!corpus.names.complete()) {
        return std::unexpected(
            Error{.message = "the list has more distinct names than are kept in memory, so its "
                             "duplicates cannot be told apart; they count as often as they occur"});
    }
    BigramCounts counts(corpus.counts.size());
    std::vector<Token> tokens;
    for (const std::string_view name : corpus.names) {
        tokens.clear();
        for (Bytes rest = bytes_of(name); !rest.empty();) {
            const auto [character, bytes] = decode_one(rest);
            tokens.push_back(*corpus.vocabulary.token(character));
            rest = rest.subspan(bytes);
        }
        counts.add_name(tokens);
    }
    return counts;
}

std::optional<std::size_t> distinct_transformed(const NameSet& names,
                                                const TextTransform& transform) {
    if (!names.complete()) {
        return std::nullopt;
    }
    NameSet changed;
    std::string lines;
    const auto insert_lines = [&] {
        const std::string result = transform.apply(lines);
        for (std::string_view rest = result; !rest.empty();) {
            const std::size_t end = rest.find('\n');
            changed.insert(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        lines.clear();
    };
    for (const std::string_view name : names) {
        lines.append(name).push_back('\n');
        if (lines.size() >= decoded_bytes) {
            insert_lines();
        }
    }
    insert_lines();
    return changed.complete() ? std::optional(changed.size()) : std::nullopt;
}

}  // namespace makemore
