#include "makemore/blend.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "support.hpp"

using namespace makemore;

namespace {

std::string times(std::string_view list, int weight) {
    std::string text;
    for (int i = 0; i < weight; ++i) {
        text += list;
    }
    return text;
}

}  // namespace

TEST_CASE("a blend is the list in which every name stands as often as its weight says") {
    constexpr std::string_view latin = "ava\neve\nzoë\nava\n";
    constexpr std::string_view mixed = "эва\nava\nada b\n";
    const auto one = test::read(latin);
    const auto other = test::read(mixed);
    const std::vector<BlendPart> parts{{&*one, 3}, {&*other, 2}};
    const auto blended = blend(parts);
    REQUIRE(blended);
    const auto written = test::read(times(latin, 3) + times(mixed, 2));
    CHECK(blended->vocabulary.characters() == written->vocabulary.characters());
    CHECK(std::ranges::equal(blended->counts.cells(), written->counts.cells()));
    CHECK(blended->report.names == written->report.names);
    CHECK(blended->report.distinct_exact);
    CHECK(blended->report.distinct_names == written->report.distinct_names);
    CHECK(blended->report.shortest == written->report.shortest);
    CHECK(blended->report.longest == written->report.longest);
    CHECK(blended->report.longest_name == "ada b");
    CHECK(blended->report.lengths == written->report.lengths);
    CHECK(blended->names.complete());
    CHECK(blended->names.size() == 5);
    CHECK(blended->names.contains("эва") == true);
    CHECK(blended->names.contains("eva") == false);
}

TEST_CASE("one list of weight 1 is itself") {
    const auto list = test::read("ba\nab\n");
    const std::vector<BlendPart> parts{{&*list, 1}};
    const auto blended = blend(parts);
    REQUIRE(blended);
    CHECK(blended->vocabulary.characters() == list->vocabulary.characters());
    CHECK(std::ranges::equal(blended->counts.cells(), list->counts.cells()));
    CHECK(blended->names.size() == 2);
}

TEST_CASE("a list without its duplicates is blended as one") {
    auto once = test::read("ava\nbo\nbo\nzoë\nzoë\n");
    once->counts = *distinct_counts(*once);
    const auto other = test::read("bo\n");
    const std::vector<BlendPart> parts{{&*once, 3}, {&*other, 2}};
    const auto blended = blend(parts);
    const auto written = test::read(times("ava\nbo\nzoë\n", 3) + times("bo\n", 2));
    CHECK(std::ranges::equal(blended->counts.cells(), written->counts.cells()));
    CHECK(blended->report.names == 11);
    CHECK(blended->report.lengths == written->report.lengths);
}

TEST_CASE("what is not known of a part is not known of the blend") {
    const auto list = test::read("ba\nabc\n");
    // As from a model file.
    const Corpus counted{.vocabulary = list->vocabulary,
                         .counts = list->counts,
                         .report = {.names = 2, .distinct_names = 1, .distinct_exact = false}};
    for (const auto& parts : {std::vector<BlendPart>{{&*list, 1}, {&counted, 1}},
                              std::vector<BlendPart>{{&counted, 1}, {&*list, 1}}}) {
        const auto blended = blend(parts);
        REQUIRE(blended);
        CHECK_FALSE(blended->names.complete());
        CHECK_FALSE(blended->report.distinct_exact);
        CHECK(blended->report.shortest == 0);
        CHECK(blended->report.longest == 0);
        CHECK(blended->report.names == 4);
    }
}

TEST_CASE("a blend too large to be counted is refused") {
    const auto list = test::read("ba\n");
    const std::vector<BlendPart> just{{&*list, most_names / 3}};
    CHECK(blend(just));
    const std::vector<BlendPart> more{{&*list, most_names / 3}, {&*list, 1}};
    CHECK(blend(more).error().message.contains("too many names"));

    std::u32string characters;
    for (char32_t character = 0x4E00; characters.size() < most_characters; ++character) {
        characters += character;
    }
    std::string text;
    const Vocabulary many(characters);
    for (Token token = 1; token < many.size(); ++token) {
        text += many.label(token) + "\n";
    }
    const auto full = test::read(text);
    REQUIRE(full);
    const std::vector<BlendPart> wide{{&*full, 1}, {&*list, 1}};
    CHECK(blend(wide).error().message.contains("2002 different characters"));
}
