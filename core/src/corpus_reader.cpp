#include "makemore/corpus_reader.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <unordered_set>
#include <utility>

#include "growing_counts.hpp"
#include "makemore/utf8.hpp"
#include "makemore/white_space.hpp"

namespace makemore {

namespace {

constexpr char32_t byte_order_mark = 0xFEFF;

std::string hexadecimal(std::uint8_t byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

class CorpusReader::State {
  public:
    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> bytes);
    [[nodiscard]] Result<Corpus> finish();

  private:
    [[nodiscard]] Result<void> take(char32_t code_point);
    [[nodiscard]] Result<void> end_line();
    [[nodiscard]] Result<void> count_name();
    [[nodiscard]] std::unexpected<Error> refuse(std::string message, std::uint64_t column);

    Utf8Decoder decoder_;
    std::uint64_t line_ = 1;
    std::uint64_t column_ = 0;  // code points of this line so far
    std::u32string name_;       // this line, without white space in front
    GrowingCounts counts_;
    std::unordered_set<std::string> seen_;
    CorpusReport report_;
    bool started_ = false;
    std::optional<Error> failure_;
};

std::unexpected<Error> CorpusReader::State::refuse(std::string message, std::uint64_t column) {
    failure_ = Error{.message = std::move(message), .line = line_, .column = column};
    return std::unexpected(*failure_);
}

Result<void> CorpusReader::State::feed(std::span<const std::uint8_t> bytes) {
    if (failure_) {
        return std::unexpected(*failure_);
    }
    for (const std::uint8_t byte : bytes) {
        ++report_.bytes;
        switch (decoder_.feed(byte)) {
            case Utf8Decoder::Status::incomplete:
                break;
            case Utf8Decoder::Status::invalid:
                return refuse(
                    "byte " + hexadecimal(byte) +
                        " is not valid UTF-8 here; save the list as UTF-8 and load it again",
                    column_ + 1);
            case Utf8Decoder::Status::complete:
                if (const auto taken = take(decoder_.code_point()); !taken) {
                    return taken;
                }
        }
    }
    return {};
}

Result<void> CorpusReader::State::take(char32_t code_point) {
    if (!std::exchange(started_, true) && code_point == byte_order_mark) {
        return {};
    }
    if (code_point == U'\n') {
        return end_line();
    }
    ++column_;
    if (code_point == U'\0') {
        return refuse("a NUL byte; this is not a list of names in UTF-8 text", column_);
    }
    if (is_white_space(code_point)) {
        // White space past the limit need not be kept: it ends the name, or the name is too long.
        if (!name_.empty() && name_.size() < longest_name) {
            name_.push_back(code_point);
        }
        return {};
    }
    if (name_.size() == longest_name) {
        return refuse("this line is longer than " + std::to_string(longest_name) +
                          " characters, the longest name that is read; put one name on each line",
                      column_);
    }
    name_.push_back(code_point);
    return {};
}

Result<void> CorpusReader::State::end_line() {
    while (!name_.empty() && is_white_space(name_.back())) {
        name_.pop_back();
    }
    if (name_.empty()) {
        ++report_.blank_lines;
    } else if (const auto counted = count_name(); !counted) {
        return counted;
    }
    name_.clear();
    ++line_;
    column_ = 0;
    return {};
}

Result<void> CorpusReader::State::count_name() {
    std::string bytes;
    Token previous = boundary;
    for (const char32_t character : name_) {
        append_utf8(bytes, character);
        auto token = counts_.find(character);
        if (!token) {
            if (counts_.characters() == most_characters) {
                return refuse("more than " + std::to_string(most_characters) +
                                  " different characters, the most that a table can hold",
                              0);
            }
            token = counts_.add(character);
        }
        counts_.count(previous, *token);
        previous = *token;
    }
    counts_.count(previous, boundary);

    const std::uint64_t length = name_.size();
    report_.shortest = report_.names == 0 ? length : std::min(report_.shortest, length);
    report_.longest = std::max(report_.longest, length);
    ++report_.names;
    seen_.insert(std::move(bytes));
    return {};
}

Result<Corpus> CorpusReader::State::finish() {
    if (failure_) {
        return std::unexpected(*failure_);
    }
    if (decoder_.inside_sequence()) {
        return refuse("the list ends in the middle of a UTF-8 character; it may have been cut off",
                      column_ + 1);
    }
    if (column_ != 0) {
        if (const auto ended = end_line(); !ended) {
            return std::unexpected(ended.error());
        }
    }
    if (report_.names == 0) {
        line_ = 0;
        return refuse(report_.bytes == 0 ? "the list is empty; it needs one name on each line"
                                         : "only blank lines; the list needs one name on each line",
                      0);
    }
    report_.distinct_names = seen_.size();
    auto [vocabulary, counts] = counts_.sorted();
    return Corpus{std::move(vocabulary), std::move(counts), report_};
}

CorpusReader::CorpusReader() : state_(std::make_unique<State>()) {}
CorpusReader::~CorpusReader() = default;
CorpusReader::CorpusReader(CorpusReader&&) noexcept = default;
CorpusReader& CorpusReader::operator=(CorpusReader&&) noexcept = default;

Result<void> CorpusReader::feed(std::span<const std::uint8_t> bytes) { return state_->feed(bytes); }
Result<Corpus> CorpusReader::finish() { return state_->finish(); }

}  // namespace makemore
