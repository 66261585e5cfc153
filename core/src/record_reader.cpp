#include "record_reader.hpp"

#include <algorithm>
#include <utility>

#include "makemore/utf8.hpp"
#include "makemore/white_space.hpp"
#include "whole_number.hpp"

namespace makemore {

namespace {

constexpr std::size_t head_bytes = std::size_t{1} << 16U;
constexpr std::size_t most_header_characters = 10'000;
// Digits of the largest weight and white space around them.
constexpr std::size_t most_weight_bytes = 64;

std::string_view trimmed_bytes(std::string_view text) {
    const auto is_space = [](char c) { return is_white_space(static_cast<unsigned char>(c)); };
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::u32string trimmed(std::u32string_view text) {
    while (!text.empty() && is_white_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_white_space(text.back())) {
        text.remove_suffix(1);
    }
    return std::u32string(text);
}

}  // namespace

Result<void> RecordReader::feed(std::span<const std::uint8_t> text, std::uint64_t offset) {
    if (splitter_) {
        return split(text, offset);
    }
    if (!head_offset_) {
        head_offset_ = offset;
    }
    head_.append(reinterpret_cast<const char*>(text.data()), text.size());
    return head_.size() >= head_bytes ? settle(false) : Result<void>{};
}

Result<void> RecordReader::settle(bool whole) {
    const auto preview = preview_records(head_, whole);
    if (!preview && !options_.separator) {
        return std::unexpected(Error{.message = "the lines do not look like records of a table; "
                                                "say which separator stands between the columns",
                                     .kind = ErrorKind::no_separator});
    }
    // A separator that was not guessed says nothing about what else was guessed.
    const bool guessed =
        preview && (!options_.separator || *options_.separator == preview->separator);
    const char separator = options_.separator ? *options_.separator : preview->separator;
    splitter_.emplace(static_cast<unsigned char>(separator));

    const auto named = [](const std::optional<Column>& column) {
        return column && std::holds_alternative<std::string>(*column);
    };
    header_to_come_ =
        options_.has_header.value_or(named(options_.name_column) || named(options_.weight_column) ||
                                     (guessed && preview->has_header));
    if (!options_.name_column) {
        options_.name_column = guessed ? preview->name_column : 0;
    }
    if (!options_.weight_column && options_.guess_weight && guessed && preview->weight_column) {
        options_.weight_column = *preview->weight_column;
    }
    if (!header_to_come_) {
        if (named(options_.name_column) || named(options_.weight_column)) {
            return std::unexpected(
                Error{.message = "without a header no column has a name; give its number"});
        }
        if (auto placed = take_header(); !placed) {
            return placed;
        }
    }
    const std::string head = std::exchange(head_, {});
    return split({reinterpret_cast<const std::uint8_t*>(head.data()), head.size()},
                 head_offset_.value_or(0));
}

Result<std::size_t> RecordReader::place_of(const Column& column, const char* what) const {
    if (const auto* const place = std::get_if<std::size_t>(&column)) {
        return *place;
    }
    const auto& wanted = std::get<std::string>(column);
    std::string there;
    for (std::size_t place = 0; place < header_.size(); ++place) {
        const std::string name = encode_utf8(header_[place]);
        if (name == wanted) {
            return place;
        }
        there += (place == 0 ? "\"" : ", \"") + name + "\"";
    }
    return std::unexpected(Error{.message = "no column of " + std::string(what) + " is called \"" +
                                            wanted + "\"; the header has " + there,
                                 .line = record_line_});
}

Result<void> RecordReader::take_header() {
    const auto name = place_of(*options_.name_column, "names");
    if (!name) {
        return std::unexpected(name.error());
    }
    name_column_ = *name;
    if (options_.weight_column) {
        const auto weight = place_of(*options_.weight_column, "weights");
        if (!weight) {
            return std::unexpected(weight.error());
        }
        weight_column_ = *weight;
    }
    return {};
}

Result<void> RecordReader::split(std::span<const std::uint8_t> text, std::uint64_t offset) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        Result<void> taken;
        switch (decoder_.feed(text[i], offset + i)) {
            case PlacedDecoder::Event::nothing:
                continue;
            case PlacedDecoder::Event::character:
                taken = take(decoder_.character());
                break;
            case PlacedDecoder::Event::line_end:
                taken = take(U'\n');
                decoder_.next_line();
                if (!splitter_->inside_quotes()) {
                    record_line_ = decoder_.line();
                }
                break;
            case PlacedDecoder::Event::invalid:
                return std::unexpected(decoder_.invalid_error());
        }
        if (!taken) {
            return taken;
        }
    }
    return {};
}

Result<void> RecordReader::take(char32_t character) {
    if (character == U'\0') {
        return std::unexpected(
            error_here("a NUL byte; this is binary data, not a table in UTF-8 text"));
    }
    const auto event = splitter_->feed(character);
    if (splitter_->has_character()) {
        if (auto kept = keep(character); !kept) {
            return kept;
        }
    }
    return event == RecordSplitter::Event::record_end ? end_record() : Result<void>{};
}

Result<void> RecordReader::keep(char32_t character) {
    const std::size_t column = splitter_->column();
    if (header_to_come_) {
        header_.resize(std::max(header_.size(), column + 1));
        header_[column].push_back(character);
        if (decoder_.column() > most_header_characters) {
            return std::unexpected(error_here("this line is too long for a header"));
        }
        return {};
    }
    if (column == name_column_) {
        control_ = control_ || is_control(character);
        if (is_white_space(character)) {
            // A line break inside quotes is a space.
            if (!name_.empty() && name_.size() < longest_name) {
                name_.push_back(character == U'\n' ? U' ' : character);
            }
        } else if (name_.size() == longest_name) {
            return std::unexpected(error_here("this name is longer than " +
                                              std::to_string(longest_name) +
                                              " characters, the longest that is read"));
        } else {
            name_.push_back(character);
        }
    }
    if (column == weight_column_ && weight_.size() < most_weight_bytes) {
        append_utf8(weight_, character);
    }
    return {};
}

Result<void> RecordReader::end_record() {
    if (std::exchange(header_to_come_, false)) {
        std::ranges::transform(header_, header_.begin(),
                               [](const std::u32string& name) { return trimmed(name); });
        return take_header();
    }
    const std::u32string name = trimmed(std::exchange(name_, {}));
    const bool control = std::exchange(control_, false);
    if (splitter_->was_blank()) {
        skipped_.blank.add(record_line_);
        return {};
    }
    const std::size_t needed = std::max(*name_column_, weight_column_.value_or(0));
    if (splitter_->column() < needed) {
        const std::size_t columns = splitter_->column() + 1;
        return std::unexpected(record_error(
            "this record has " + std::to_string(columns) + (columns == 1 ? " column" : " columns") +
            ", and column " + std::to_string(needed + 1) + " is wanted"));
    }
    auto times = weight();
    weight_.clear();
    if (!times) {
        return std::unexpected(times.error());
    }
    if (name.empty() || control) {
        (control ? skipped_.control : skipped_.blank).add(record_line_);
    } else if (*times == 0) {
        skipped_.zero_weight.add(record_line_);
    } else if (*times > names_.room()) {
        return std::unexpected(
            record_error("more names, weights included, than can be counted "
                         "exactly (" +
                         std::to_string(most_names) + ")"));
    } else {
        return names_.add(name, record_line_, *times);
    }
    return {};
}

Result<std::uint64_t> RecordReader::weight() const {
    if (!weight_column_) {
        return 1;
    }
    const std::string_view text = trimmed_bytes(weight_);
    if (const auto value = parse_whole_number(text)) {
        return *value;
    }
    return std::unexpected(record_error("a weight must be a whole number of digits only, not \"" +
                                        std::string(text) + "\""));
}

Result<void> RecordReader::finish() {
    if (!splitter_) {
        if (head_.empty()) {
            return {};
        }
        if (auto settled = settle(true); !settled) {
            return settled;
        }
    }
    if (decoder_.inside_character()) {
        return std::unexpected(decoder_.cut_error());
    }
    if (splitter_->inside_quotes()) {
        return std::unexpected(record_error("a quoted field begins in this record and never ends"));
    }
    return decoder_.column() != 0 ? take(U'\n') : Result<void>{};
}

Error RecordReader::error_here(std::string message) const {
    return {.message = std::move(message), .line = decoder_.line(), .column = decoder_.column()};
}

Error RecordReader::record_error(std::string message) const {
    return {.message = std::move(message), .line = record_line_};
}

std::uint64_t RecordReader::lines() const {
    return decoder_.line() - (decoder_.column() == 0 ? 1 : 0);
}

}  // namespace makemore
