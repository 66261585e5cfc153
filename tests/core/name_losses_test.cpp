#include "makemore/name_losses.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

#include "makemore/scoring.hpp"
#include "rules_support.hpp"
#include "support.hpp"

using namespace makemore;
using test::Name;

TEST_CASE("the loss of a name is what scoring says of it") {
    std::mt19937 random(3);
    const auto table = test::random_table(random, 6);
    for (int i = 0; i < 200; ++i) {
        const auto name = test::random_string(random, 6, 8);
        const double scored = score_word(table, name).loss;
        const double loss = mean_pair_loss(table, name);
        CHECK((std::isinf(scored) ? std::isinf(loss) : std::abs(loss - scored) < 1e-12));
    }
}

TEST_CASE("shares and bins of the losses are those of a count by hand") {
    std::mt19937 random(4);
    for (int trial = 0; trial < 30; ++trial) {
        const auto table = test::random_table(random, 6);
        std::set<Name> names;
        NameTrie trie;
        for (int i = 0; i < 5 * trial; ++i) {
            names.insert(test::random_string(random, 6, 7));
        }
        std::vector<double> losses;
        for (const auto& name : names) {
            trie.add(name);
            losses.push_back(mean_pair_loss(table, name));
        }
        const NameLosses all(score_names(table, trie));
        for (int i = 0; i < 20; ++i) {
            const double loss = mean_pair_loss(table, test::random_string(random, 6, 7));
            const auto above =
                std::ranges::count_if(losses, [loss](double other) { return other > loss; });
            const auto of = static_cast<double>(std::max<std::size_t>(losses.size(), 1));
            CHECK(all.share_above(loss) == static_cast<double>(above) / of);
        }
        const auto [from, width, counts] = all.histogram();
        CHECK(width > 0.0);
        CHECK(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == losses.size());
        for (std::size_t bin = 0; bin + 1 < counts.size(); ++bin) {
            const double begins = from + width * static_cast<double>(bin);
            const auto inside = std::ranges::count_if(losses, [&](double loss) {
                return loss >= begins - 1e-9 && loss < begins + width + 1e-9;
            });
            CHECK(counts[bin] <= static_cast<std::uint64_t>(inside));
        }
    }
}

TEST_CASE("names that the table thinks impossible are in the last bin") {
    // a never ends a name after b.
    const ProbabilityTable table(3, 3, {0, 0.5, 0.5, 0.5, 0.5, 0, 1, 0, 0});
    NameTrie trie;
    const double infinity = std::numeric_limits<double>::infinity();
    trie.add(Name{1, 2});
    const auto only = NameLosses(score_names(table, trie)).histogram();
    CHECK(only.counts == std::vector<std::uint64_t>{1});
    CHECK(std::isfinite(only.from));
    CHECK(only.width > 0.0);
    trie.add(Name{1});
    trie.add(Name{2});
    trie.add(Name{1, 1});
    const NameLosses losses(score_names(table, trie));
    const auto histogram = losses.histogram();
    CHECK(std::isfinite(histogram.width));
    CHECK(histogram.counts.back() >= 1);
    CHECK(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::uint64_t{0}) == 4);
    CHECK(losses.share_above(infinity) == 0.0);
    CHECK(losses.share_above(0.0) == 1.0);
}

TEST_CASE("an empty list has no losses") {
    const ProbabilityTable table(2, 2, {0, 1, 1, 0});
    const NameLosses none(score_names(table, NameTrie{}));
    CHECK(none.share_above(0.0) == 0.0);
    CHECK(none.histogram().counts.empty());
}
