#include "makemore/name_facts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "makemore/name_trie.hpp"
#include "makemore/scoring.hpp"
#include "rules_support.hpp"
#include "support.hpp"

using namespace makemore;
using test::Name;

namespace {

// Levenshtein's distance, by its definition.
std::size_t distance(const Name& a, const Name& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

TEST_CASE("a tree holds the names that were added, in any order") {
    std::mt19937 random(6);
    std::set<Name> names;
    NameTrie trie;
    CHECK_FALSE(trie.contains(Name()));
    for (int i = 0; i < 2'000; ++i) {
        auto name = test::random_string(random, 5, 6);
        if (i % 50 == 0) {
            name.clear();
        }
        CHECK(trie.contains(name) == names.contains(name));
        CHECK(trie.add(name) == names.insert(name).second);
        CHECK(trie.size() == names.size());
    }
    for (int i = 0; i < 500; ++i) {
        const auto name = test::random_string(random, 5, 7);
        CHECK(trie.contains(name) == names.contains(name));
    }
}

TEST_CASE("the nearest name is Levenshtein's first at distance one") {
    std::mt19937 random(7);
    int found = 0;
    int missed = 0;
    for (int trial = 0; trial < 40; ++trial) {
        std::set<Name> names;
        NameTrie trie;
        for (int i = 0; i < 30; ++i) {
            names.insert(test::random_string(random, 5, 6));
        }
        if (trial % 4 == 0) {
            names.insert(Name());
        }
        for (const auto& name : names) {
            trie.add(name);
        }
        for (int i = 0; i < 100; ++i) {
            auto name = test::random_string(random, 5, 6);
            if (i == 0) {
                name.clear();
            }
            std::optional<Name> expected;
            for (const auto& other : names) {  // in the order of code points
                if (distance(name, other) == 1) {
                    expected = other;
                    break;
                }
            }
            REQUIRE(trie.nearest(name) == expected);
            ++(expected ? found : missed);
        }
    }
    CHECK(found > 500);
    CHECK(missed > 500);
}

TEST_CASE("a name's log probability is minus its summed loss") {
    const auto table = count_model(test::lecture_counts());
    const auto vocabulary = test::lecture_vocabulary();
    for (const auto* word : {"emma", "a", "anna", "zyx"}) {
        const auto name = *vocabulary.encode(word);
        const double loss = score_word(table, name).loss * static_cast<double>(name.size() + 1);
        CHECK(std::abs(log_probability(table, name) + loss) < 1e-13);
    }
    CHECK(log_probability(table, *vocabulary.encode("jq")) ==
          -std::numeric_limits<double>::infinity());
}

TEST_CASE("a name ranks among the list's by the share below it") {
    const auto table = count_model(test::lecture_counts(), 1.0);
    std::mt19937 random(8);
    NameTrie trie;
    std::vector<double> all;
    for (int i = 0; i < 300; ++i) {
        const auto name = test::random_string(random, 27, 7);
        if (trie.add(name)) {
            all.push_back(log_probability(table, name));
        }
    }
    const Ranking ranking(score_names(table, trie));
    std::ranges::sort(all);
    CHECK(std::ranges::equal(ranking.sorted(), all));
    for (int i = 0; i < 100; ++i) {
        const double value = i % 2 == 0
                                 ? all[static_cast<std::size_t>(i)]
                                 : log_probability(table, test::random_string(random, 27, 7));
        const auto below = std::ranges::count_if(all, [&](double other) { return other < value; });
        CHECK(ranking.share_below(value) ==
              static_cast<double>(below) / static_cast<double>(all.size()));
    }
    CHECK(Ranking(score_names(table, NameTrie())).share_below(0.0) == 0.0);
}

TEST_CASE("a batch is shown in four orders, ties as drawn") {
    const std::vector<Name> names{{2, 1}, {1, 2, 3}, {2}, {1}, {2}, {1, 2}};
    const std::vector<double> logs{-3, -1, -2, -5, -2, -1};
    const auto places = [&](NameOrder order) { return places_in_order(order, names, logs); };
    using Places = std::vector<std::size_t>;
    CHECK(places(NameOrder::drawn) == Places{0, 1, 2, 3, 4, 5});
    CHECK(places(NameOrder::probability) == Places{1, 5, 2, 4, 0, 3});
    CHECK(places(NameOrder::length) == Places{2, 3, 4, 0, 5, 1});
    CHECK(places(NameOrder::alphabet) == Places{3, 5, 1, 2, 4, 0});
    CHECK(name_order("drawn") == NameOrder::drawn);
    CHECK(name_order("probability") == NameOrder::probability);
    CHECK(name_order("length") == NameOrder::length);
    CHECK(name_order("alphabet") == NameOrder::alphabet);
    CHECK_FALSE(name_order("Length"));
}
