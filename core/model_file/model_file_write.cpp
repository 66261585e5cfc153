// MODEL.json, written: the values by nlohmann::json, the layout by hand, one row of a table a line.
#include <cmath>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <span>

#include "makemore/model_file.hpp"

namespace makemore {
namespace {

// Prints a float with the digits of a float.
using FloatJson = nlohmann::basic_json<std::map, std::vector, std::string, bool, std::int64_t,
                                       std::uint64_t, float>;

std::string real_text(double value) { return nlohmann::json(value).dump(); }

void append_float(std::string& out, float value) {
    const std::string text = FloatJson(value).dump();
    // Readers go through a double (JavaScript, and ours). Rounding twice could miss the float by
    // one, and the largest float's digits are beyond it; such a value is written with the digits of
    // a double, which is that float.
    const double read = std::strtod(text.c_str(), nullptr);
    constexpr auto largest = static_cast<double>(std::numeric_limits<float>::max());
    const bool survives = std::abs(read) <= largest && static_cast<float>(read) == value;
    out += survives ? text : real_text(static_cast<double>(value));
}

void append_count(std::string& out, std::uint64_t value) { out += std::to_string(value); }

void append_figure(std::string& out, std::string_view name, std::optional<std::uint64_t> value) {
    out += std::string(", \"") + std::string(name) + "\": ";
    out += value ? std::to_string(*value) : "null";
}

template <typename Cell, typename AppendCell>
void append_rows(std::string& out, std::span<const Cell> cells, std::size_t columns,
                 AppendCell append_cell) {
    out += "[";
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (index % columns == 0) {
            out += index == 0 ? "\n    [" : "],\n    [";
        } else {
            out += ", ";
        }
        append_cell(out, cells[index]);
    }
    out += "]\n  ]";
}

std::optional<std::uint64_t> known(std::uint64_t length) {
    return length > 0 ? std::optional(length) : std::nullopt;
}

}  // namespace

ListFigures list_figures(const CorpusReport& report) {
    return {report.distinct_exact ? std::optional(report.distinct_names) : std::nullopt,
            known(report.shortest), known(report.longest)};
}

std::string model_file_text(const ModelFile& model) {
    const std::size_t size = model.vocabulary.size();
    nlohmann::json alphabet = nlohmann::json::array();
    for (std::size_t token = 0; token < size; ++token) {
        alphabet.push_back(model.vocabulary.label(static_cast<Token>(token)));
    }
    std::string out = "{\n  \"format\": \"makemore-model\",\n  \"version\": 1,\n  \"alphabet\": ";
    out += alphabet.dump();
    out += ",\n  \"list\": {\"names\": " + std::to_string(model.counts.row_total(boundary));
    append_figure(out, "distinct_names", model.figures.distinct_names);
    append_figure(out, "shortest", model.figures.shortest);
    append_figure(out, "longest", model.figures.longest);
    out += "},\n  \"counts\": ";
    append_rows(out, model.counts.cells(), size, append_count);
    if (!model.learned) {
        return out + ",\n  \"training\": null,\n  \"weights\": null\n}\n";
    }
    const LearnedWeights& learned = *model.learned;
    out += ",\n  \"training\": {\"seed\": \"" + std::to_string(learned.seed) +
           "\", \"steps\": " + std::to_string(learned.steps) +
           ", \"learning_rate\": " + real_text(learned.settings.learning_rate) +
           ", \"l2\": " + real_text(learned.settings.l2) + "},\n  \"weights\": ";
    append_rows(out, std::span<const float>(learned.weights), size, append_float);
    return out + "\n}\n";
}

}  // namespace makemore
