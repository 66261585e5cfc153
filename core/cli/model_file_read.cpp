// MODEL.json, read: nothing is believed. Every failure names its field.
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "json_text.hpp"
#include "makemore/utf8.hpp"
#include "model_file.hpp"

namespace makemore::cli {
namespace {

using nlohmann::json;

constexpr std::uint64_t largest_count = std::numeric_limits<std::uint64_t>::max();

/// Ends the reading of this file; never leaves it.
struct Damage {
    Error error;
};

[[noreturn]] void refuse(const std::string& field, const std::string& what) {
    throw Damage{Error{field + ": " + what}};
}

std::string at(const std::string& field, std::size_t index) {
    return field + "[" + std::to_string(index) + "]";
}

std::string found(const json& value) {
    if (value.is_array()) {
        return "an array of " + std::to_string(value.size());
    }
    if (value.is_object()) {
        return "an object";
    }
    const std::string text = value.dump();
    return text.size() <= 40 ? text : "a long " + std::string(value.type_name());
}

const json& member(const json& object, const std::string& path, const std::string& name) {
    const auto position = object.find(name);
    const std::string field = path.empty() ? name : path + "." + name;
    if (position == object.end()) {
        refuse(field, "is missing");
    }
    return *position;
}

std::uint64_t whole(const json& value, const std::string& field, std::uint64_t smallest) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() < smallest) {
        refuse(field, "a whole number from " + std::to_string(smallest) + " to " +
                          std::to_string(largest_count) + " is expected, not " + found(value));
    }
    return value.get<std::uint64_t>();
}

double non_negative(const json& value, const std::string& field) {
    const double number = value.is_number() ? value.get<double>() : -1.0;
    if (!(number >= 0.0) || !std::isfinite(number)) {
        refuse(field, "a number from 0 is expected, not " + found(value));
    }
    return number;
}

void require_array(const json& value, const std::string& field, std::size_t length) {
    if (!value.is_array() || value.size() != length) {
        refuse(field, "an array of " + std::to_string(length) +
                          " is expected (as many as the alphabet), not " + found(value));
    }
}

void require_object(const json& value, const std::string& field) {
    if (!value.is_object()) {
        refuse(field, "an object is expected, not " + found(value));
    }
}

void check_format(const json& document) {
    const json& format = member(document, "", "format");
    if (format != "makemore-model") {
        refuse("format", "\"makemore-model\" is expected, not " + found(format));
    }
    const json& version = member(document, "", "version");
    if (!version.is_number_unsigned()) {
        refuse("version", "1 is expected, not " + found(version));
    }
    if (version != 1) {
        refuse("version", "this is version " + version.dump() +
                              " of the format, and this makemore reads version 1 only");
    }
}

Vocabulary read_alphabet(const json& value) {
    if (!value.is_array() || value.size() < 2 || value.size() > most_characters + 1) {
        refuse("alphabet", "an array of 2 to " + std::to_string(most_characters + 1) +
                               " strings is expected, not " + found(value));
    }
    if (value[0] != ".") {
        refuse("alphabet[0]", "the boundary, \".\", is expected, not " + found(value[0]));
    }
    std::u32string characters;
    for (std::size_t index = 1; index < value.size(); ++index) {
        const std::string field = at("alphabet", index);
        if (!value[index].is_string()) {
            refuse(field, "a string is expected, not " + found(value[index]));
        }
        const auto decoded = decode_utf8(value[index].get_ref<const std::string&>());
        if (!decoded || decoded->size() != 1) {
            refuse(field, "one character is expected, not " + found(value[index]));
        }
        const char32_t character = decoded->front();
        if (character == U'\0' || character == U'\n') {
            refuse(field, "no name can hold " + found(value[index]));
        }
        if (!characters.empty() && character <= characters.back()) {
            refuse(field, found(value[index]) + (character == characters.back()
                                                     ? " is there twice"
                                                     : " is out of order: the characters are "
                                                       "sorted by code point"));
        }
        characters.push_back(character);
    }
    return Vocabulary(std::move(characters));
}

std::uint64_t sum(std::uint64_t left, std::uint64_t right) {
    if (right > largest_count - left) {
        refuse("counts", "they add up to more than " + std::to_string(largest_count));
    }
    return left + right;
}

/// Every letter of a name is entered once and left once, so a row and its column add up to the
/// same, and every letter of the alphabet is somewhere.
void check_totals(const std::vector<std::uint64_t>& cells, std::size_t size) {
    std::uint64_t total = 0;
    for (std::size_t token = 0; token < size; ++token) {
        std::uint64_t row_total = 0;
        std::uint64_t column_total = 0;
        for (std::size_t other = 0; other < size; ++other) {
            row_total = sum(row_total, cells[token * size + other]);
            column_total = sum(column_total, cells[other * size + token]);
        }
        total = sum(total, row_total);
        if (row_total != column_total) {
            refuse(at("counts", token), "the row adds up to " + std::to_string(row_total) +
                                            " and its column to " + std::to_string(column_total) +
                                            ", which cannot be of one list");
        }
        if (row_total == 0) {
            refuse(at("counts", token),
                   "the row is empty, but every token of the alphabet is "
                   "in some name");
        }
    }
    if (cells[0] != 0) {
        refuse("counts[0][0]", "0 is expected, since no name is empty");
    }
}

BigramCounts read_counts(const json& value, std::size_t size) {
    require_array(value, "counts", size);
    std::vector<std::uint64_t> cells;
    cells.reserve(size * size);
    for (std::size_t row = 0; row < size; ++row) {
        const std::string row_field = at("counts", row);
        require_array(value[row], row_field, size);
        for (const json& cell : value[row]) {
            if (!cell.is_number_unsigned()) {
                whole(cell, at(row_field, cells.size() % size), 0);
            }
            cells.push_back(cell.get<std::uint64_t>());
        }
    }
    check_totals(cells, size);
    return {size, std::move(cells)};
}

ListFigures read_figures(const json& value, const BigramCounts& counts) {
    require_object(value, "list");
    const std::uint64_t names = whole(member(value, "list", "names"), "list.names", 1);
    if (names != counts.row_total(boundary)) {
        refuse("list.names", std::to_string(names) + " names, but the counts are of " +
                                 std::to_string(counts.row_total(boundary)));
    }
    const auto figure = [&](const std::string& name) -> std::optional<std::uint64_t> {
        const json& entry = member(value, "list", name);
        return entry.is_null() ? std::nullopt : std::optional(whole(entry, "list." + name, 1));
    };
    const ListFigures figures{figure("distinct_names"), figure("shortest"), figure("longest")};
    if (figures.distinct_names.value_or(1) > names) {
        refuse("list.distinct_names", "more than there are names");
    }
    // The mean length lies between the shortest and the longest.
    const std::uint64_t letters = counts.total() - names;
    if (figures.shortest.value_or(1) > letters / names) {
        refuse("list.shortest", "the counted names are shorter");
    }
    if (figures.longest.value_or(letters) < letters / names + (letters % names != 0 ? 1 : 0)) {
        refuse("list.longest", "the counted names are longer");
    }
    return figures;
}

std::vector<float> read_weights(const json& value, std::size_t size) {
    require_array(value, "weights", size);
    std::vector<float> weights;
    weights.reserve(size * size);
    for (std::size_t row = 0; row < size; ++row) {
        const std::string row_field = at("weights", row);
        require_array(value[row], row_field, size);
        for (const json& cell : value[row]) {
            // Above the largest float the conversion would be undefined.
            constexpr auto largest = static_cast<double>(std::numeric_limits<float>::max());
            if (!cell.is_number() || !(std::abs(cell.get<double>()) <= largest)) {
                refuse(at(row_field, weights.size() % size),
                       "a number within float32 is expected, not " + found(cell));
            }
            weights.push_back(static_cast<float>(cell.get<double>()));
        }
    }
    return weights;
}

std::uint64_t read_seed(const json& value) {
    const std::string field = "training.seed";
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    std::uint64_t seed = 0;
    bool valid = !text.empty();
    for (const char digit : text) {
        const auto units = static_cast<std::uint64_t>(digit - '0');
        valid = valid && digit >= '0' && digit <= '9' && seed <= (largest_count - units) / 10;
        seed = valid ? seed * 10 + units : 0;
    }
    if (!valid) {
        refuse(field, "a string of decimal digits, up to \"" + std::to_string(largest_count) +
                          "\", is expected, not " + found(value));
    }
    return seed;
}

std::optional<LearnedWeights> read_learned(const json& document, std::size_t size) {
    const json& training = member(document, "", "training");
    const json& weights = member(document, "", "weights");
    if (training.is_null() != weights.is_null()) {
        refuse(weights.is_null() ? "weights" : "training",
               std::string("null, but ") + (weights.is_null() ? "training" : "weights") +
                   " is not: either both are null or none");
    }
    if (weights.is_null()) {
        return std::nullopt;
    }
    require_object(training, "training");
    LearnedWeights learned;
    learned.seed = read_seed(member(training, "training", "seed"));
    learned.steps = whole(member(training, "training", "steps"), "training.steps", 0);
    learned.settings.learning_rate =
        non_negative(member(training, "training", "learning_rate"), "training.learning_rate");
    learned.settings.l2 = non_negative(member(training, "training", "l2"), "training.l2");
    learned.weights = read_weights(weights, size);
    return learned;
}

}  // namespace

Result<ModelFile> parse_model_file(std::string_view text) {
    try {
        const Result<json> parsed = parse_json(text);
        if (!parsed) {
            return std::unexpected(parsed.error());
        }
        const json& document = *parsed;
        if (!document.is_object()) {
            return std::unexpected(
                Error{"a model file is one JSON object, and this is " + found(document)});
        }
        check_format(document);
        Vocabulary vocabulary = read_alphabet(member(document, "", "alphabet"));
        const std::size_t size = vocabulary.size();
        BigramCounts counts = read_counts(member(document, "", "counts"), size);
        const ListFigures figures = read_figures(member(document, "", "list"), counts);
        std::optional<LearnedWeights> learned = read_learned(document, size);
        return ModelFile{std::move(vocabulary), std::move(counts), figures, std::move(learned)};
    } catch (const Damage& damage) {
        return std::unexpected(damage.error);
    }
}

}  // namespace makemore::cli
