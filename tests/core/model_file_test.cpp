#include "makemore/model_file.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <string>

#include "support.hpp"

using namespace makemore;

namespace {

using Fields = std::map<std::string, std::string>;

/// A small model that holds, each field as JSON text.
Fields sound() {
    return {{"format", R"("makemore-model")"},
            {"version", "1"},
            {"alphabet", R"([".", "a", "v"])"},
            {"list", R"({"names": 1, "distinct_names": 1, "shortest": 3, "longest": 3})"},
            {"counts", "[[0, 1, 0], [1, 0, 1], [0, 1, 0]]"},
            {"training", R"({"seed": "1", "steps": 0, "learning_rate": 50, "l2": 0.01})"},
            {"weights", "[[1, 2, 3], [-1, 0.5, 1e-3], [0, 0, 0]]"}};
}

std::string text_of(const Fields& fields) {
    std::string text = "{";
    for (const auto& [name, value] : fields) {
        text.append(text.size() > 1 ? ", \"" : "\"").append(name).append("\": ").append(value);
    }
    return text + "}";
}

std::string damaged(const std::string& field, const std::string& value) {
    auto fields = sound();
    fields[field] = value;
    const auto read = parse_model_file(text_of(fields));
    return read ? "" : describe(read.error());
}

}  // namespace

TEST_CASE("a sound model file is read") {
    const auto model = parse_model_file(text_of(sound()));
    REQUIRE(model);
    CHECK(model->vocabulary.characters() == U"av");
    CHECK(model->counts.at(1, 2) == 1);
    CHECK(model->figures.longest == 3);
    REQUIRE(model->learned);
    CHECK(model->learned->seed == 1);
    CHECK(model->learned->weights == std::vector<float>{1, 2, 3, -1, 0.5, 1e-3F, 0, 0, 0});
}

TEST_CASE("every field of a model file may be missing, null or something else, and is named") {
    for (const auto& [field, value] : sound()) {
        auto fields = sound();
        fields.erase(field);
        const auto read = parse_model_file(text_of(fields));
        REQUIRE_FALSE(read);
        CHECK(read.error().message == field + ": is missing");
        for (const char* other : {"null", "true", "-1", "1.5", R"("x")", "[]", "{}", "[[]]"}) {
            INFO(field << " is " << other);
            CHECK(damaged(field, other).starts_with(field));
        }
    }
}

TEST_CASE("what cannot be of one list is not read") {
    CHECK(damaged("alphabet", R"([".", "v", "a"])").contains("out of order"));
    CHECK(damaged("alphabet", R"([".", "a", "a"])").contains("there twice"));
    CHECK(damaged("alphabet", R"([".", 1, "v"])").starts_with("alphabet[1]: "));
    CHECK(damaged("alphabet", R"([".", "ab", "v"])").contains("one character"));
    CHECK(damaged("alphabet", R"([".", "\n", "v"])").contains("no name can hold"));
    CHECK(damaged("counts", "[[0, 1, 0], 1, [0, 1, 0]]").starts_with("counts[1]: "));
    CHECK(
        damaged("counts", "[[0, 18446744073709551615, 0], [18446744073709551615, 0, 1], [0, 1, 0]]")
            .contains("they add up to more than"));
    CHECK(damaged("counts", "[[0, 2, 0], [1, 0, 1], [0, 1, 0]]").contains("adds up to 2"));
    CHECK(damaged("counts", "[[0, 1, 0], [1, 0, 0], [0, 0, 0]]").starts_with("counts[2]: "));
    CHECK(damaged("weights", "[[1, 2, 3], [1, 2, 3], [1, 2, 1e39]]").starts_with("weights[2][2]"));
    CHECK(damaged("list", R"({"names": 1, "distinct_names": 1, "shortest": 4, "longest": 4})")
              .starts_with("list.shortest: "));
}

TEST_CASE("text that is no JSON is refused at its place") {
    CHECK(damaged("training", "[null, true, 1").starts_with("line 1, column "));
    CHECK(damaged("version", "one").starts_with("line 1, column "));
    CHECK(describe(parse_model_file("").error()).starts_with("line 1, column 1: this is not JSON"));
    CHECK(describe(parse_model_file("{\n \"é\": }").error()).starts_with("line 2, column 7: "));
    CHECK(damaged("version", "1, \"version\": 1").contains("\"version\" is there twice"));
    CHECK(damaged("weights", "1e999").contains("this is not JSON: number overflow"));
    CHECK(parse_model_file("[1]").error().message.contains("one JSON object"));
}

TEST_CASE("cut anywhere, a model file is refused") {
    const std::string text = text_of(sound());
    for (std::size_t length = 0; length < text.size(); ++length) {
        CHECK_FALSE(parse_model_file(std::string_view(text).substr(0, length)));
    }
}

TEST_CASE("any byte may be another: the file is refused or read, never both") {
    std::mt19937 random(5);
    const std::string text = text_of(sound());
    for (int trial = 0; trial < 20'000; ++trial) {
        std::string other = text;
        other[random() % other.size()] = static_cast<char>(random() % 256);
        const auto read = parse_model_file(other);
        CHECK((read ? read->counts.size() == read->vocabulary.size()
                    : !read.error().message.empty()));
    }
}

TEST_CASE("every float that is written reads back as itself") {
    std::mt19937 random(6);
    const auto list = test::read("abcdefghijklmnopqrstuvwxyz\n");
    std::vector<float> weights;
    while (weights.size() < list->counts.cells().size()) {
        const auto bits = static_cast<std::uint32_t>(random());
        const auto value = std::bit_cast<float>(bits);
        if (std::isfinite(value)) {
            weights.push_back(value);
        }
    }
    weights[0] = -0.0F;
    weights[1] = std::numeric_limits<float>::denorm_min();
    weights[2] = std::numeric_limits<float>::max();
    weights[3] = std::numeric_limits<float>::lowest();
    weights[4] = 1e23F;
    const ModelFile model{
        list->vocabulary, list->counts, list_figures(list->report),
        LearnedWeights{
            weights, 18'446'744'073'709'551'615U, 3, {.learning_rate = 0.1, .l2 = 1e-300}}};
    const std::string text = model_file_text(model);
    const auto read = parse_model_file(text);
    REQUIRE(read);
    CHECK(read->learned->seed == model.learned->seed);
    CHECK(read->learned->settings.l2 == 1e-300);
    CHECK(fingerprint(read->learned->weights) == fingerprint(weights));
    CHECK(read->figures.distinct_names == 1);
    CHECK(model_file_text(*read) == text);
}

TEST_CASE("what a report does not know is written as null") {
    const auto list = test::read("ab\n");
    const CorpusReport report{.names = 1, .distinct_names = 1, .distinct_exact = false};
    const auto text =
        model_file_text({list->vocabulary, list->counts, list_figures(report), std::nullopt});
    CHECK(text.contains(R"("distinct_names": null, "shortest": null, "longest": null)"));
    const auto read = parse_model_file(text);
    REQUIRE(read);
    CHECK_FALSE(read->figures.shortest);
    CHECK_FALSE(read->learned);
}
