#include "makemore/record_preview.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <set>
#include <span>

#include "record_splitter.hpp"
#include "whole_number.hpp"

namespace makemore {

namespace {

constexpr std::size_t records_looked_at = 100;
constexpr std::size_t rows_shown = 6;

using Record = std::vector<std::string>;

// Separators, quotes and line ends are ASCII, so bytes will do for characters.
std::vector<Record> split(std::string_view text, char separator, bool whole) {
    std::vector<Record> records;
    RecordSplitter splitter(static_cast<unsigned char>(separator));
    Record record;
    std::string field;
    bool after_cr = false;
    const auto take = [&](char byte) {
        const auto event = splitter.feed(static_cast<unsigned char>(byte));
        if (splitter.has_character()) {
            field.push_back(byte);
        }
        if (event != RecordSplitter::Event::inside) {
            record.push_back(std::move(field));
            field.clear();
        }
        if (event == RecordSplitter::Event::record_end) {
            if (!splitter.was_blank()) {
                records.push_back(std::move(record));
            }
            record.clear();
        }
    };
    for (const char byte : text) {
        if (records.size() == records_looked_at) {
            return records;
        }
        if (byte != '\n' || !after_cr) {
            take(byte == '\r' ? '\n' : byte);
        }
        after_cr = byte == '\r';
    }
    if (whole && !splitter.inside_quotes() && !text.ends_with('\n') && !text.ends_with('\r')) {
        take('\n');
    }
    return records;
}

bool is_number(std::string_view field) { return parse_whole_number(field).has_value(); }

bool has_letter(std::string_view field) {
    return std::ranges::any_of(field, [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    });
}

std::string in_lower_case(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

template <std::size_t N>
bool mentions(std::string_view header, const std::array<std::string_view, N>& words) {
    const std::string lower = in_lower_case(header);
    return std::ranges::any_of(
        words, [&lower](std::string_view word) { return lower.find(word) != std::string::npos; });
}

constexpr std::array<std::string_view, 12> name_words{"name", "naam",   "navn", "namn",
                                                      "nome", "nombre", "nom",  "prénom",
                                                      "imi",  "jméno",  "név",  "имя"};
constexpr std::array<std::string_view, 16> count_words{
    "count",  "number", "freq",     "total",  "births", "occurrences", "anzahl",     "antal",
    "aantal", "nombre", "effectif", "liczba", "times",  "weight",      "frecuencia", "quantidade"};

// What one column holds, the header left out.
struct ColumnFigures {
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t with_letters = 0;
    std::size_t distinct = 0;
    bool years = true;
    bool numbered = true;  // each number is the one before and 1
};

ColumnFigures look_at(std::span<const Record> records, std::size_t column) {
    ColumnFigures figures;
    std::set<std::string_view> seen;
    std::optional<std::uint64_t> before;
    for (const Record& record : records) {
        if (column >= record.size() || record[column].empty()) {
            continue;
        }
        const std::string& field = record[column];
        ++figures.filled;
        figures.with_letters += has_letter(field) ? 1U : 0U;
        seen.insert(field);
        if (const auto number = parse_whole_number(field)) {
            ++figures.numbers;
            figures.years = figures.years && *number >= 1'000 && *number <= 2'999;
            figures.numbered = figures.numbered && (!before || *number == *before + 1);
            before = number;
        }
    }
    figures.distinct = seen.size();
    return figures;
}

bool is_numeric(const ColumnFigures& figures) {
    return figures.filled > 0 && figures.numbers == figures.filled;
}

bool guess_header(std::span<const Record> records, std::size_t columns) {
    const Record& first = records.front();
    if (std::ranges::any_of(first, is_number) || records.size() < 2) {
        return false;
    }
    for (std::size_t column = 0; column < columns && column < first.size(); ++column) {
        if (is_numeric(look_at(records.subspan(1), column)) ||
            mentions(first[column], name_words)) {
            return true;
        }
    }
    return false;
}

std::size_t guess_names(const std::vector<ColumnFigures>& figures, const Record* header) {
    std::size_t best = 0;
    std::size_t best_score = 0;
    for (std::size_t column = 0; column < figures.size(); ++column) {
        const bool named =
            header != nullptr && column < header->size() && mentions((*header)[column], name_words);
        const bool letters = 2 * figures[column].with_letters > figures[column].filled;
        const std::size_t score =
            letters ? figures[column].distinct + (named ? records_looked_at : 0) : 0;
        if (score > best_score) {
            best = column;
            best_score = score;
        }
    }
    return best;
}

std::optional<std::size_t> guess_weights(const std::vector<ColumnFigures>& figures,
                                         const Record* header) {
    std::optional<std::size_t> found;
    for (std::size_t column = 0; column < figures.size(); ++column) {
        if (!is_numeric(figures[column])) {
            continue;
        }
        if (header != nullptr && column < header->size() &&
            mentions((*header)[column], count_words)) {
            return column;
        }
        const bool numbered = figures[column].numbered && figures[column].filled > 1;
        if (!numbered && !figures[column].years) {
            found = column;
        }
    }
    return found;
}

// How many fields nearly all of the records have, if they agree.
std::optional<std::size_t> agreed_columns(const std::vector<Record>& records) {
    for (const Record& wanted : records) {
        const auto same = std::ranges::count_if(
            records, [&](const Record& record) { return record.size() == wanted.size(); });
        if (static_cast<std::size_t>(same) * 10 >= records.size() * 9) {
            return wanted.size();
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<RecordPreview> preview_records(std::string_view text, bool whole) {
    std::optional<RecordPreview> best;
    std::vector<Record> best_records;
    for (const char separator : record_separators) {
        auto records = split(text, separator, whole);
        const auto columns = agreed_columns(records);
        if (columns && *columns >= 2 && (!best || *columns > best->columns)) {
            best = RecordPreview{.separator = separator, .columns = *columns};
            best_records = std::move(records);
        }
    }
    if (!best) {
        return std::nullopt;
    }
    best->has_header = guess_header(best_records, best->columns);
    const auto data = std::span(best_records).subspan(best->has_header ? 1 : 0);
    std::vector<ColumnFigures> figures;
    figures.reserve(best->columns);
    for (std::size_t column = 0; column < best->columns; ++column) {
        figures.push_back(look_at(data, column));
    }
    const Record* const header = best->has_header ? &best_records.front() : nullptr;
    best->name_column = guess_names(figures, header);
    best->weight_column = guess_weights(figures, header);
    best_records.resize(std::min(best_records.size(), rows_shown));
    best->rows = std::move(best_records);
    return best;
}

}  // namespace makemore
