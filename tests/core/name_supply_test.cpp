#include "makemore/name_supply.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "makemore/name_generator.hpp"
#include "rules_support.hpp"

using namespace makemore;
using test::agree;
using test::Name;

namespace {

// Every beginning that may still be drawn: masses and numbers are what trying all names finds.
void check_masses(const ConditionedChain& chain, const NameSupply& supply,
                  const std::set<Name>& excluded) {
    const Rules& rules = chain.rules();
    const auto left = [&](const Name& beginning) {
        return test::remaining(chain.table(), rules, *rules.max_length, beginning,
                               [&](const Name& name) { return excluded.contains(name); });
    };
    REQUIRE(supply.names() == left({}).names);
    std::vector<Mass> masses(chain.table().columns());
    test::for_each_beginning(
        chain.table(), *rules.max_length - 1, [&](const Name& beginning, double, double) {
            NameSupply::Place place;
            for (const Token letter : beginning) {
                if (place.node != ConditionedChain::none) {
                    place = supply.after(chain, place, letter);
                }
            }
            if (place.node == ConditionedChain::none) {
                return;
            }
            supply.masses(chain, place, masses);
            const bool ends = test::keeps(rules, beginning) && !excluded.contains(beginning);
            if (chain.row(place.node)[boundary] > 0.0) {
                REQUIRE(masses[boundary] == Mass(ends ? 1.0 : 0.0));
            }
            for (Token letter = 1; letter < masses.size(); ++letter) {
                if (chain.row(place.node)[letter] > 0.0) {
                    Name longer = beginning;
                    longer.push_back(letter);
                    REQUIRE(agree(masses[letter].value(), left(longer).mass));
                }
            }
        });
}

NameTrie trie_of(const std::set<Name>& names) {
    NameTrie trie;
    for (const auto& name : names) {
        trie.add(name);
    }
    return trie;
}

}  // namespace

TEST_CASE("what excluded names leave is what trying every name finds") {
    std::mt19937 random(3);
    int checked = 0;
    for (int trial = 0; trial < 250; ++trial) {
        CAPTURE(trial);
        const auto table = test::random_table(random, 3);
        Rules rules;
        if (trial % 2 == 1) {
            rules = test::random_rules(random, 3);
        }
        rules.max_length = 1 + random() % 5;
        const auto chain = ConditionedChain::make(table, rules, test::letters(3));
        if (!chain) {
            continue;
        }
        std::set<Name> excluded;
        for (int i = 0; i < 12; ++i) {
            excluded.insert(test::random_string(random, 3, *rules.max_length + 1));
        }
        if (trial % 3 == 0) {
            excluded.insert(Name());
        }
        const auto trie = trie_of(excluded);
        NameSupply supply(*chain, &trie);
        check_masses(*chain, supply, excluded);
        NameGenerator generator = *NameGenerator::make(table, rules, test::letters(3));
        for (int i = 0; i < 5; ++i) {
            const auto name = (*generator.next())->tokens;
            if (name.size() <= *rules.max_length && test::keeps(rules, name)) {
                supply.exclude(*chain, name);
                excluded.insert(name);
            }
        }
        check_masses(*chain, supply, excluded);
        ++checked;
    }
    CHECK(checked > 100);
}

TEST_CASE("a batch without repeats has every name there is, and then says so") {
    std::mt19937 random(4);
    int exhausted = 0;
    for (int trial = 0; trial < 600; ++trial) {
        CAPTURE(trial);
        const auto table = test::random_table(random, 3);
        auto rules = test::random_rules(random, 3);
        rules.max_length = random() % 7;
        const auto kind = static_cast<SamplerKind>(trial % 3);
        std::set<Name> listed;
        for (int i = 0; i < 10; ++i) {
            listed.insert(test::random_string(random, 3, 5));
        }
        const auto trie = trie_of(listed);
        const bool new_only = trial % 2 == 0;
        auto generator = NameGenerator::make(table, rules, test::letters(3),
                                             {.sampler = kind,
                                              .generator = {},
                                              .excluded = new_only ? &trie : nullptr,
                                              .unique = true});
        if (!generator) {
            continue;
        }
        const auto expected =
            test::remaining(table, rules, *rules.max_length, {},
                            [&](const Name& name) { return new_only && listed.contains(name); });
        CHECK(generator->supply() == expected.names);
        std::set<Name> given;
        while (const auto name = *generator->next()) {
            REQUIRE_FALSE(name->cut);
            REQUIRE(test::keeps(rules, name->tokens));
            REQUIRE_FALSE((new_only && listed.contains(name->tokens)));
            REQUIRE(given.insert(name->tokens).second);
        }
        CHECK(given.size() == expected.names);
        CHECK(generator->supply() == 0);
        ++exhausted;
    }
    CHECK(exhausted > 80);
}

TEST_CASE("the reason of an exhausted supply counts the names") {
    const ProbabilityTable coin(3, 3, {0, 0.5, 0.5, 1, 0, 0, 1, 0, 0});
    Rules starts;
    starts.starts_with = {1};
    const auto reason = [&](const Rules& rules, const NameTrie* listed) {
        auto generator = *NameGenerator::make(
            coin, rules, test::letters(3),
            {.sampler = SamplerKind::cdf, .generator = {}, .excluded = listed, .unique = true});
        while (*generator.next()) {
        }
        return generator.exhausted_reason();
    };
    const auto listed = trie_of({{1}});
    const auto all = trie_of({{1}, {2}});
    CHECK(reason({}, nullptr) == "only 2 names exist; all are given");
    CHECK(reason(starts, nullptr) == "only 1 name keeps these rules; it is given");
    CHECK(reason({}, &listed) == "only 1 new name exists; it is given");
    CHECK(reason(starts, &listed) == "no new name keeps these rules: all that do are in the list");
    CHECK(reason({}, &all) == "no new name is left: every name the model can draw is in the list");
}

TEST_CASE("a mass that rounding would have eaten is drawn all the same") {
    // Beside 1, 1e-18 and 1e-300 are nothing; without the likely names they are everything.
    const ProbabilityTable skewed(4, 4, {0, 1, 1e-18, 1e-300, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0});
    for (const auto kind : {SamplerKind::cdf, SamplerKind::race, SamplerKind::mkl}) {
        auto generator = *NameGenerator::make(
            skewed, {}, test::letters(4),
            {.sampler = kind, .generator = {}, .excluded = nullptr, .unique = true});
        CHECK((*generator.next())->tokens == Name{1});
        CHECK((*generator.next())->tokens == Name{2});
        CHECK(generator.supply() == 1);
        CHECK((*generator.next())->tokens == Name{3});
        CHECK_FALSE(*generator.next());
    }
}

TEST_CASE("a table that always ends the same way can still be endless") {
    // a follows itself for ever with probability 1/2: no number of names exhausts it.
    const ProbabilityTable halves(2, 2, {0, 1, 0.5, 0.5});
    auto generator = *NameGenerator::make(
        halves, {}, test::letters(2),
        {.sampler = SamplerKind::cdf, .generator = {}, .excluded = nullptr, .unique = true});
    std::set<std::size_t> lengths;
    for (int i = 0; i < 300; ++i) {
        CHECK(generator.supply() == uncountable);
        CHECK(lengths.insert((*generator.next())->tokens.size()).second);
    }
    CHECK(*lengths.begin() == 1);
}
