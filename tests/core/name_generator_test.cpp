#include "makemore/name_generator.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "makemore/temperature.hpp"
#include "rules_support.hpp"
#include "support.hpp"

using namespace makemore;
using test::Name;

namespace {

constexpr std::array kinds{SamplerKind::cdf, SamplerKind::race, SamplerKind::mkl};

DrawingOptions seeded(SamplerKind kind, std::uint64_t seed) {
    return {.sampler = kind, .generator = seed, .excluded = nullptr, .unique = false};
}

// How far drawn names are from their probabilities given the rules; rare ones are taken together.
struct Fit {
    double chi_square = 0.0;
    int cells = 0;
};
Fit fit(const ProbabilityTable& table, const Rules& rules, SamplerKind kind, int draws) {
    auto generator =
        *NameGenerator::make(table, rules, test::letters(table.columns()), seeded(kind, 7));
    std::map<Name, int> seen;
    for (int i = 0; i < draws; ++i) {
        ++seen[(*generator.next())->tokens];
    }
    Fit fit;
    const auto add = [&](double expected, int found) {
        fit.chi_square += (found - expected) * (found - expected) / expected;
        ++fit.cells;
    };
    double rare_expected = 0.0;
    int rare_found = 0;
    int found_in_all = 0;
    test::for_each_beginning(
        table, *rules.max_length, [&](const Name& name, double, double probability) {
            if (probability > 0.0 && test::keeps(rules, name)) {
                const double expected = draws * probability / generator.request_probability();
                const auto place = seen.find(name);
                const int found = place == seen.end() ? 0 : place->second;
                found_in_all += found;
                if (expected < 5.0) {
                    rare_expected += expected;
                    rare_found += found;
                } else {
                    add(expected, found);
                }
            }
        });
    CHECK(found_in_all == draws);  // nothing else was drawn
    if (rare_expected >= 5.0) {
        add(rare_expected, rare_found);
    }
    return fit;
}

}  // namespace

TEST_CASE("without rules the names are the plain sampler's, under all three samplers") {
    const auto table = count_model(test::lecture_counts());
    const auto vocabulary = test::lecture_vocabulary();
    const NameTrie nothing;
    for (const auto kind : kinds) {
        auto generator = *NameGenerator::make(table, {}, vocabulary, seeded(kind, lecture_seed));
        // Nothing is excluded, but the rows come through the chain and the supply.
        auto through_supply = *NameGenerator::make(
            table, {}, vocabulary,
            {.sampler = kind, .generator = lecture_seed, .excluded = &nothing, .unique = false});
        Sampler sampler(table, kind, lecture_seed);
        for (int i = 0; i < 2'000; ++i) {
            const auto expected = sampler.next();
            const auto name = *generator.next();
            REQUIRE(name->tokens == expected.tokens);
            REQUIRE((*through_supply.next())->tokens == expected.tokens);
        }
        CHECK(generator.request_probability() == 1.0);
        CHECK(generator.log_request_probability() == 0.0);
    }
    const auto& figures = lecture::drawn_names[0];
    REQUIRE(figures.model == "count_unsmoothed");
    auto generator = *NameGenerator::make(table, {}, vocabulary);
    for (const auto& name : figures.cdf) {
        CHECK(vocabulary.decode((*generator.next())->tokens) + '.' == name);
    }
}

TEST_CASE("without rules a name is cut at the limit; under rules it is an error") {
    const ProbabilityTable endless(2, 2, {0, 1, 0, 1});
    auto plain = *NameGenerator::make(endless, {}, test::letters(2));
    CHECK((*plain.next())->cut);
    const ProbabilityTable patient(2, 2, {0, 1, 0x1p-40, 1 - 0x1p-40});
    Rules rules;
    rules.starts_with = {1};
    auto ruled = *NameGenerator::make(patient, rules, test::letters(2));
    const auto name = ruled.next();
    REQUIRE_FALSE(name);
    CHECK(name.error().message == "a name went past 1000 letters; give a maximum length");
    rules.max_length = 3;
    auto shorter = *NameGenerator::make(patient, rules, test::letters(2));
    CHECK((*shorter.next())->tokens.size() <= 3);
}

TEST_CASE("drawn names keep the rules and their probabilities") {
    std::mt19937 random(5);
    int fitted = 0;
    for (int trial = 0; trial < 150; ++trial) {
        CAPTURE(trial);
        const auto table = test::random_table(random, 4);
        auto rules = test::random_rules(random, 4);
        rules.max_length = 2 + random() % 5;
        rules.min_length = random() % 2;
        if (test::remaining(table, rules, *rules.max_length, {}).names < 3) {
            continue;
        }
        const auto [chi_square, cells] =
            fit(table, rules, kinds.at(static_cast<std::size_t>(trial % 3)), 2'000);
        if (cells > 1) {
            // About 4.5 standard deviations above the mean; the seeds are fixed.
            const double freedom = cells - 1;
            CHECK(chi_square < freedom + 12.0 + 4.5 * freedom / 2);
            ++fitted;
        }
    }
    CHECK(fitted > 20);
}

TEST_CASE("a letter of weight zero is never drawn from a row of one's own") {
    const auto table = uniform_model(5);
    const std::vector<float> row{0.0F, 0.3F, 0.0F, 0.7F, 0.0F};
    // Shares whose float32 sum is not 1, between letters that cannot be drawn.
    const std::vector<float> tenths{0.0F, 0.1F, 0.2F, 0.7000001F, 0.0F};
    for (const auto kind : kinds) {
        Sampler sampler(table, kind, 1);
        std::array<int, 5> seen{};
        for (int i = 0; i < 20'000; ++i) {
            ++seen.at(sampler.draw_from(row));
            const Token tenth = sampler.draw_from(tenths);
            CHECK((tenth >= 1 && tenth <= 3));
        }
        CHECK(seen[1] + seen[3] == 20'000);
        CHECK(seen[1] > 5'700);
        CHECK(seen[1] < 6'300);
    }
}

TEST_CASE("a row of one's own is drawn from as torch does") {
    const auto table = count_model(test::lecture_counts());
    for (const auto kind : kinds) {
        Sampler by_context(table, kind, 3);
        Sampler by_row(table, kind, 3);
        for (Token i = 0; i < 5'000; ++i) {
            const Token context = i % 27;
            std::vector<float> row;
            for (const double probability : table.row(context)) {
                row.push_back(static_cast<float>(probability));
            }
            REQUIRE(by_row.draw_from(row) == by_context.draw(context).token);
        }
    }
}

TEST_CASE("the lecture's names under rules") {
    const auto table = count_model(test::lecture_counts());
    const auto vocabulary = test::lecture_vocabulary();
    const auto rules = *make_rules(vocabulary, {.starts_with = "an",
                                                .ends_with = "na",
                                                .contains = {"e"},
                                                .not_contains = {"ee", "x"},
                                                .min_length = 4,
                                                .max_length = 8});
    for (const auto kind : kinds) {
        auto generator = *NameGenerator::make(
            table, rules, vocabulary,
            {.sampler = kind, .generator = 1, .excluded = nullptr, .unique = true});
        for (int i = 0; i < 500; ++i) {
            REQUIRE(test::keeps(rules, (*generator.next())->tokens));
        }
    }
    const auto overlapping = *make_rules(vocabulary, {.starts_with = "an",
                                                      .ends_with = "na",
                                                      .contains = {},
                                                      .not_contains = {},
                                                      .min_length = 0,
                                                      .max_length = 3});
    auto generator = *NameGenerator::make(
        table, overlapping, vocabulary,
        {.sampler = SamplerKind::cdf, .generator = 1, .excluded = nullptr, .unique = true});
    CHECK(vocabulary.decode((*generator.next())->tokens) == "ana");
    CHECK_FALSE(*generator.next());
}

TEST_CASE("ruled names and their probability are the same bits on every target") {
    const auto table = *tempered(count_model(test::lecture_counts(), 0.5), 0.8);
    const auto vocabulary = test::lecture_vocabulary();
    TextRules text;
    text.ends_with = "ella";
    text.contains = {"ab", "ri"};
    const auto rules = *make_rules(vocabulary, text);
    std::string names;
    for (const auto kind : kinds) {
        auto generator = *NameGenerator::make(
            table, rules, vocabulary,
            {.sampler = kind, .generator = 1, .excluded = nullptr, .unique = true});
        CHECK(std::bit_cast<std::uint64_t>(generator.request_probability()) == 0x3eb2850248d6eb9bU);
        for (int i = 0; i < 3; ++i) {
            names += vocabulary.decode((*generator.next())->tokens) + ' ';
        }
    }
    CHECK(names ==
          "aboneerilella abrighrzlllella hansueyabriella abroriella rabrilexalessemella "
          "smaririrestlciyleabumislella hianabriella alehaicabriararannalella rinilelabenayella ");
}
