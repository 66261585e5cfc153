#include "makemore/rules.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "makemore/conditioned_chain.hpp"
#include "makemore/name_generator.hpp"
#include "makemore/real_math.hpp"
#include "makemore/temperature.hpp"
#include "rules_support.hpp"
#include "support.hpp"

using namespace makemore;
using test::Name;

namespace {

std::string refused(const TextRules& text) {
    const auto rules = make_rules(test::lecture_vocabulary(), text);
    return rules ? "" : rules.error().message;
}

TextRules starting(std::string string) {
    TextRules text;
    text.starts_with = std::move(string);
    return text;
}

// Why no name of the lecture's list keeps the rules.
std::string impossible(const TextRules& text, double smoothing = 0.0) {
    const auto vocabulary = test::lecture_vocabulary();
    const auto rules = make_rules(vocabulary, text);
    REQUIRE(rules);
    const auto generator =
        NameGenerator::make(count_model(test::lecture_counts(), smoothing), *rules, vocabulary);
    return generator ? "" : generator.error().message;
}

}  // namespace

TEST_CASE("rules are read in the list's tokens, without empty and repeated strings") {
    TextRules text;
    text.starts_with = "ab";
    text.contains = {"", "c", "c"};
    text.not_contains = {"z", "d\xC3\xA9", ""};  // no name has an é: that rule is always kept
    text.min_length = 2;
    const auto rules = *make_rules(test::lecture_vocabulary(), text);
    CHECK(rules.starts_with == Name{1, 2});
    CHECK(rules.ends_with.empty());
    CHECK(rules.contains == std::vector<Name>{{3}});
    CHECK(rules.not_contains == std::vector<Name>{{26}});
    CHECK(rules.min_length == 2);
    CHECK_FALSE(rules.max_length);
    CHECK_FALSE(is_free(rules));
    TextRules nothing;
    nothing.contains = {""};
    CHECK(is_free(*make_rules(test::lecture_vocabulary(), nothing)));
    Rules empty_strings;
    empty_strings.contains = {{}};
    empty_strings.not_contains = {{}};
    CHECK(is_free(empty_strings));
}

TEST_CASE("rules that no list of these characters can keep are refused") {
    CHECK(refused(starting("b\xC3\xA9")) ==
          "no name can start with 'b\xC3\xA9': '\xC3\xA9' is not among this list's characters");
    TextRules ends;
    ends.ends_with = "A";
    CHECK(refused(ends) == "no name can end with 'A': 'A' is not among this list's characters");
    TextRules contains;
    contains.contains = {"a", "a.b"};
    CHECK(refused(contains) ==
          "no name can contain 'a.b': '.' is not among this list's characters");
    CHECK(refused(starting("a\xFF")).starts_with("the rule 'start with': "));
    CHECK(refused(starting(std::string(1'001, 'a'))) ==
          "the rule 'start with' has 1001 letters; at most 1000 are possible");
    TextRules lengths;
    lengths.min_length = 5;
    lengths.max_length = 3;
    CHECK(refused(lengths) == "no name can have at least 5 and at most 3 letters");
    lengths.max_length = 1'001;
    CHECK(refused(lengths) == "a length of 1001 letters is too much; rules go up to 1000");
}

TEST_CASE("an impossible string is blamed on its pair") {
    TextRules text = starting("xq");
    CHECK(impossible(text) ==
          "no name can start with 'xq': q never follows x in this list; smoothing would allow it");
    CHECK(impossible(text, 1.0).empty());
    text.min_length = 3;
    text.contains = {"ana"};
    CHECK(impossible(text) ==
          "no name can start with 'xq': q never follows x in this list; smoothing would allow it");
    text = {};
    text.contains = {"anqb"};
    CHECK(impossible(text) ==
          "no name can contain 'anqb': b never follows q in this list; smoothing would allow it");
    text = {};
    text.ends_with = "jq";
    CHECK(impossible(text) ==
          "no name can end with 'jq': q never follows j in this list; smoothing would allow it");
}

TEST_CASE("an impossible start, end or length is named") {
    // Names: ab, aab, aaab ...
    const ProbabilityTable table(3, 3, {0, 1, 0, 0, 0.5, 0.5, 1, 0, 0});
    const auto vocabulary = test::letters(3);
    const auto reason = [&](const TextRules& text) {
        const auto chain = ConditionedChain::make(table, *make_rules(vocabulary, text), vocabulary);
        REQUIRE_FALSE(chain);
        return chain.error().message;
    };
    CHECK(reason(starting("b")) ==
          "no name can start with 'b': b never starts a name in this list; smoothing would allow "
          "it");
    TextRules text;
    text.ends_with = "a";
    CHECK(reason(text) ==
          "no name can end with 'a': a never ends a name in this list; smoothing would allow it");
    text = {};
    text.not_contains = {"ab"};
    CHECK(reason(text) == "every name contains 'ab'; smoothing would allow it");
    text = {};
    text.max_length = 1;
    CHECK(reason(text) == "no name has at most 1 letter; smoothing would allow it");
    text = starting("aaa");
    text.max_length = 2;
    CHECK(reason(text) == "no name that starts with 'aaa' has at most 2 letters");
    text = {};
    text.contains = {"aa", "ab"};
    text.not_contains = {"aa", "bb"};
    CHECK(reason(text) == "these rules exclude each other: contains 'aa', does not contain 'aa'");
    text = {};
    text.contains = {"b"};
    text.ends_with = "ab";
    text.max_length = 1;
    CHECK(reason(text) == "no name has at most 1 letter; smoothing would allow it");
    const auto never =
        ConditionedChain::make(ProbabilityTable(2, 2, {0, 1, 0, 1}),
                               *make_rules(test::letters(2), starting("a")), test::letters(2));
    REQUIRE_FALSE(never);
    CHECK(never.error().message.starts_with("no name can start with 'a': no way leads"));
}

TEST_CASE("lengths that no name has are named together") {
    // Names have 1 or 3 letters.
    const ProbabilityTable table(
        5, 5, {0, .5, .5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0});
    const auto reason = [&](std::size_t shortest, std::size_t longest) {
        Rules rules;
        rules.min_length = shortest;
        rules.max_length = longest;
        return ConditionedChain::make(table, rules, test::letters(5)).error().message;
    };
    CHECK(reason(2, 2) == "no name has exactly 2 letters; smoothing would allow it");
    CHECK(reason(4, 6) == "no name has at least 4 letters; smoothing would allow it");
    CHECK(reason(3, 2) == "no name can have at least 3 letters and at most 2");
}

TEST_CASE("temperature is a power of each row") {
    const auto table = count_model(test::lecture_counts());
    for (const double temperature : {0.3, 0.5, 2.0, 100.0}) {
        const auto result = *tempered(table, temperature);
        for (Token i = 0; i < 27; ++i) {
            double sum = 0.0;
            for (Token j = 0; j < 27; ++j) {
                sum += result.row(i)[j];
                CHECK((table.row(i)[j] == 0.0) == (result.row(i)[j] == 0.0));
                // P_j / P_k becomes (P_j / P_k)^(1/T).
                if (table.row(i)[j] > 0.0 && table.row(i)[1] > 0.0) {
                    const double before =
                        portable_log(table.row(i)[j]) - portable_log(table.row(i)[1]);
                    const double after =
                        portable_log(result.row(i)[j]) - portable_log(result.row(i)[1]);
                    CHECK(std::abs(after * temperature - before) < 1e-12);
                }
            }
            CHECK(std::abs(sum - 1.0) < 1e-14);
        }
    }
    CHECK(std::ranges::equal(tempered(table, 1.0)->cells(), table.cells()));
}

TEST_CASE("no temperature makes a possible name impossible") {
    const auto table = count_model(test::lecture_counts());
    const auto coldest = *tempered(table, 1e-300);
    const auto hottest = *tempered(table, 1e300);
    for (std::size_t cell = 0; cell < 729; ++cell) {
        CHECK((coldest.cells()[cell] > 0.0) == (table.cells()[cell] > 0.0));
        CHECK((hottest.cells()[cell] > 0.0) == (table.cells()[cell] > 0.0));
    }
    for (const double wrong : {0.0, -1.0, std::numeric_limits<double>::infinity(),
                               std::numeric_limits<double>::quiet_NaN()}) {
        CHECK(tempered(table, wrong).error().message ==
              "the temperature must be a finite number above 0, such as 0.7");
    }
}

TEST_CASE("a mass leaves the range of double and comes back") {
    const Mass large = Mass(0x1p1000) * Mass(0x1p1000);
    CHECK((large / Mass(0x1p1000)).value() == 0x1p1000);
    CHECK((large + Mass(1.0)) == large);
    CHECK(Mass(0x1p300).value() == 0x1p300);
    CHECK((Mass(0x1p-1000) * Mass(0x1p-1000) * large).value() == 1.0);
}

TEST_CASE("a model whose names never end has none to give") {
    const auto refused = ConditionedChain::make({2, 2, {0.0, 1.0, 0.0, 1.0}}, {}, test::letters(2));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("no name ever ends under this model"));
}

TEST_CASE("more rules than the automaton holds are refused, and text that is none") {
    const ProbabilityTable table(3, 3, std::vector<double>(9, 1.0 / 3));
    Rules many;
    many.contains.resize(65, Name{1});
    const auto refused = ConditionedChain::make(table, many, test::letters(3));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains("at most 64 strings"));

    const auto wide = test::letters(2'001);
    Rules large;
    large.not_contains.resize(2, Name(600, 1));
    const ProbabilityTable uniform(2'001, 2'001,
                                   std::vector<double>(std::size_t{2'001} * 2'001, 1.0 / 2'001));
    const auto too_large = ConditionedChain::make(uniform, large, wide);
    REQUIRE_FALSE(too_large);
    CHECK(too_large.error().message.contains("too large for a vocabulary of 2001"));

    TextRules text;
    text.not_contains = {"\xFF"};
    const auto invalid = make_rules(test::letters(3), text);
    REQUIRE_FALSE(invalid);
    CHECK(invalid.error().message.contains("UTF-8"));
}
