// MODEL.json, written. By hand, since float32 weights are to be as short as they can be, and a
// table is to have one row a line.
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <span>

#include "model_file.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

void append_float(std::string& out, float value) {
    if (value == 0.0F) {
        out += std::signbit(value) ? "-0.0" : "0";  // JSON's -0 is an integer: it loses its sign
        return;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    const std::string shortest(digits.data(), end.ptr);
    // Readers go through a double (JavaScript, and ours). Rounding twice could miss the float by
    // one; such a value is written with the digits of a double, which cannot.
    const bool survives = static_cast<float>(std::strtod(shortest.c_str(), nullptr)) == value;
    out += survives ? shortest : real_text(static_cast<double>(value));
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

}  // namespace

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

}  // namespace makemore::cli
