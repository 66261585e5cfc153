#include "makemore/count_sum.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "makemore/utf8.hpp"
#include "support.hpp"

using namespace makemore;

namespace {

bool same(const CountSum& sum, const Corpus& corpus) {
    return sum.vocabulary().characters() == corpus.vocabulary.characters() &&
           std::ranges::equal(sum.counts().cells(), corpus.counts.cells());
}

/// A list of one name that holds `count` characters, from `first` on.
std::string characters(char32_t first, std::size_t count) {
    std::u32string name;
    for (std::size_t index = 0; index < count; ++index) {
        name.push_back(first + static_cast<char32_t>(index));
    }
    return encode_utf8(name) + "\n";
}

}  // namespace

TEST_CASE("counts of parts add up to the counts of the whole, in any order") {
    std::vector<std::string> parts{"ava\neve\n", "zoë\n", "эва\nada b\n", "ありさ\nava\n"};
    std::ranges::sort(parts);
    const auto whole = test::read(parts[0] + parts[1] + parts[2] + parts[3]);
    do {
        CountSum sum;
        for (const std::string& part : parts) {
            const auto corpus = test::read(part);
            REQUIRE(sum.add(corpus->vocabulary, corpus->counts));
        }
        CHECK(same(sum, *whole));
    } while (std::ranges::next_permutation(parts).found);
}

TEST_CASE("a sum of sums is the sum, and times is adding so often") {
    const auto one = test::read("ava\neve\n");
    const auto other = test::read("zoë\n");
    CountSum left;
    REQUIRE(left.add(one->vocabulary, one->counts));
    CountSum right;
    REQUIRE(right.add(other->vocabulary, other->counts, 2));
    CountSum both;
    REQUIRE(both.add(right.vocabulary(), right.counts()));
    REQUIRE(both.add(left.vocabulary(), left.counts()));
    CHECK(same(both, *test::read("zoë\nava\nzoë\neve\n")));
}

TEST_CASE("an empty sum knows only the boundary") {
    const CountSum sum;
    CHECK(sum.vocabulary().size() == 1);
    CHECK(sum.counts().total() == 0);
}

TEST_CASE("a sum that would be too large is refused, and the sum before stays") {
    const auto small = test::read("ab\n");
    CountSum sum;
    REQUIRE(sum.add(small->vocabulary, small->counts));

    SECTION("too many bigrams") {
        const std::uint64_t most = std::numeric_limits<std::uint64_t>::max() / 3;
        REQUIRE(sum.add(small->vocabulary, small->counts, most - 1));
        const auto refused = sum.add(small->vocabulary, small->counts);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message ==
              "more bigrams together than can be counted, 18446744073709551615");
        CHECK(sum.counts().total() == std::numeric_limits<std::uint64_t>::max());
    }
    SECTION("too many bigrams by a weight alone") {
        const BigramCounts half(3, {0, 1ULL << 62U, 0, 0, 0, 1ULL << 62U, 1ULL << 62U, 0, 0});
        CHECK_FALSE(sum.add(small->vocabulary, half, 2));
        CHECK(sum.counts().total() == 3);
    }
    SECTION("too many characters") {
        const auto many = test::read(characters(U'\u4E00', 1'000));
        const auto more = test::read(characters(U'\u5E00', 999));
        REQUIRE(sum.add(many->vocabulary, many->counts));
        const BigramCounts before = sum.counts();
        const auto refused = sum.add(more->vocabulary, more->counts);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message ==
              "2001 different characters together; at most 2000 are counted");
        CHECK(std::ranges::equal(sum.counts().cells(), before.cells()));
    }
}

TEST_CASE("a weight counts every bigram of a name so often") {
    BigramCounts counts(3);
    counts.add_name(std::vector<Token>{1, 2}, 5);
    counts.add_name({}, 2);
    CHECK(
        std::ranges::equal(counts.cells(), std::vector<std::uint64_t>{2, 5, 0, 0, 0, 5, 5, 0, 0}));
}
