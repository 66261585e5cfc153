// MODEL.json, read: every failure names its field.
#include <string>
#include <utility>

#include "json_text.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/model_file.hpp"
#include "makemore/utf8.hpp"
#include "model_fields.hpp"

namespace makemore {
namespace {

using nlohmann::json;

class Reader : private ModelFields {
  public:
    explicit Reader(const json& document) : document_(document) {}

    Result<ModelFile> read() {
        check_format();
        Vocabulary vocabulary = read_alphabet();
        const std::size_t size = vocabulary.size();
        BigramCounts counts = read_counts(size);
        const ListFigures figures = read_figures(counts);
        std::optional<LearnedWeights> learned = read_learned(size);
        if (failed()) {
            return std::unexpected(*error());
        }
        return ModelFile{std::move(vocabulary), std::move(counts), figures, std::move(learned)};
    }

  private:
    void check_format() {
        const json& format = member(document_, "", "format");
        if (format != "makemore-model") {
            refuse("format", "\"makemore-model\"", format);
        }
        const json& version = member(document_, "", "version");
        if (!version.is_number_unsigned()) {
            refuse("version", "1", version);
        } else if (version != 1) {
            refuse("version", "this is version " + version.dump() +
                                  " of the format, and this makemore reads version 1 only");
        }
    }

    Vocabulary read_alphabet() {
        const json& labels = member(document_, "", "alphabet");
        if (!labels.is_array() || labels.size() < 2 || labels.size() > most_characters + 1) {
            refuse("alphabet",
                   "an array of 2 to " + std::to_string(most_characters + 1) + " strings", labels);
            return {};
        }
        if (labels.front() != ".") {
            refuse("alphabet[0]", "the boundary, \".\",", labels.front());
        }
        std::u32string characters;
        for (std::size_t index = 1; index < labels.size() && !failed(); ++index) {
            read_character(labels[index], at("alphabet", index), characters);
        }
        return failed() ? Vocabulary() : Vocabulary(std::move(characters));
    }

    void read_character(const json& value, const std::string& field, std::u32string& characters) {
        const auto* const text = value.get_ptr<const std::string*>();
        if (text == nullptr) {
            refuse(field, "a string", value);
            return;
        }
        const auto decoded = decode_utf8(*text);
        if (!decoded || decoded->size() != 1) {
            refuse(field, "one character", value);
            return;
        }
        const char32_t character = decoded->front();
        if (character == U'\0' || character == U'\n') {
            refuse(field, "no name can hold " + found(value));
        } else if (!characters.empty() && character == characters.back()) {
            refuse(field, found(value) + " is there twice");
        } else if (!characters.empty() && character < characters.back()) {
            refuse(field,
                   found(value) + " is out of order: the characters are sorted by code point");
        }
        characters.push_back(character);
    }

    BigramCounts read_counts(std::size_t size) {
        const json& rows = member(document_, "", "counts");
        if (failed() || !require_array(rows, "counts", size)) {
            return BigramCounts(size);
        }
        std::vector<std::uint64_t> cells;
        cells.reserve(size * size);
        for (std::size_t row = 0; row < size && !failed(); ++row) {
            const std::string field = at("counts", row);
            if (!require_array(rows[row], field, size)) {
                break;
            }
            for (const json& cell : rows[row]) {
                // Names of cells are long to write: only where there is something to say of one.
                const auto* const count = cell.get_ptr<const json::number_unsigned_t*>();
                cells.push_back(count != nullptr ? *count
                                                 : whole(cell, at(field, cells.size() % size), 0));
            }
        }
        if (!failed()) {
            check_totals(cells, size);
        }
        return failed() ? BigramCounts(size) : BigramCounts(size, std::move(cells));
    }

    std::uint64_t sum(std::uint64_t left, std::uint64_t right) {
        if (right > largest - left) {
            refuse("counts", "they add up to more than " + std::to_string(largest));
            return 0;
        }
        return left + right;
    }

    /// Every letter of a name is entered once and left once, so a row and its column add up to the
    /// same, and every letter of the alphabet is somewhere.
    void check_totals(const std::vector<std::uint64_t>& cells, std::size_t size) {
        std::uint64_t total = 0;
        for (std::size_t token = 0; token < size && !failed(); ++token) {
            std::uint64_t row_total = 0;
            std::uint64_t column_total = 0;
            for (std::size_t other = 0; other < size; ++other) {
                row_total = sum(row_total, cells[token * size + other]);
                column_total = sum(column_total, cells[other * size + token]);
            }
            total = sum(total, row_total);
            if (row_total != column_total) {
                refuse(at("counts", token),
                       "the row adds up to " + std::to_string(row_total) + " and its column to " +
                           std::to_string(column_total) + ", which cannot be of one list");
            }
            if (row_total == 0) {
                refuse(at("counts", token),
                       "the row is empty, but every token of the alphabet is in some name");
            }
        }
        if (cells[0] != 0) {
            refuse("counts[0][0]", "0 is expected, since no name is empty");
        }
    }

    std::optional<std::uint64_t> figure(const json& list, const std::string& name) {
        const json& value = member(list, "list", name);
        return value.is_null() ? std::nullopt : std::optional(whole(value, "list." + name, 1));
    }

    ListFigures read_figures(const BigramCounts& counts) {
        const json& list = member(document_, "", "list");
        require_object(list, "list");
        const std::uint64_t names = whole(member(list, "list", "names"), "list.names", 1);
        if (names != counts.row_total(boundary)) {
            refuse("list.names", std::to_string(names) + " names, but the counts are of " +
                                     std::to_string(counts.row_total(boundary)));
        }
        const ListFigures figures{figure(list, "distinct_names"), figure(list, "shortest"),
                                  figure(list, "longest")};
        if (failed()) {
            return {};
        }
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

    std::optional<LearnedWeights> read_learned(std::size_t size) {
        const json& training = member(document_, "", "training");
        const json& weights = member(document_, "", "weights");
        if (training.is_null() != weights.is_null()) {
            refuse(weights.is_null() ? "weights" : "training",
                   std::string("null, but ") + (weights.is_null() ? "training" : "weights") +
                       " is not: either both are null or none");
        }
        if (weights.is_null() || failed()) {
            return std::nullopt;
        }
        require_object(training, "training");
        const auto field = [&](const std::string& name) -> const json& {
            return member(training, "training", name);
        };
        LearnedWeights learned;
        learned.seed = digits(field("seed"), "training.seed");
        learned.steps = whole(field("steps"), "training.steps", 0);
        learned.settings.learning_rate =
            non_negative(field("learning_rate"), "training.learning_rate");
        learned.settings.l2 = non_negative(field("l2"), "training.l2");
        learned.weights = read_weights(weights, size);
        return learned;
    }

    std::vector<float> read_weights(const json& rows, std::size_t size) {
        std::vector<float> weights;
        if (!require_array(rows, "weights", size)) {
            return weights;
        }
        weights.reserve(size * size);
        for (std::size_t row = 0; row < size && !failed(); ++row) {
            const std::string field = at("weights", row);
            if (!require_array(rows[row], field, size)) {
                break;
            }
            for (std::size_t column = 0; column < size; ++column) {
                weights.push_back(real(rows[row][column], field, column));
            }
        }
        return weights;
    }

    const json& document_;
};

}  // namespace

Result<ModelFile> parse_model_file(std::string_view text) {
    const auto document = parse_json(text);
    if (!document) {
        return std::unexpected(document.error());
    }
    if (!document->is_object()) {
        return std::unexpected(
            Error{.message = "a model file is one JSON object, and this is " + found(*document)});
    }
    return Reader(*document).read();
}

}  // namespace makemore
