#include "makemore/alias_sampler.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "rules_support.hpp"
#include "support.hpp"

using namespace makemore;
using test::Name;

namespace {

// What a buffer of this size takes of the stream is put behind the names.
void draw_into(std::vector<Name>& names, AliasSampler& sampler, std::size_t buffer_size) {
    std::vector<Token> buffer(buffer_size);
    const auto filled = sampler.fill(buffer);
    const std::size_t before = names.size();
    Name name;
    for (const Token token : std::span(buffer).first(filled.tokens)) {
        if (token == boundary) {
            names.push_back(name);
            name.clear();
        } else {
            name.push_back(token);
        }
    }
    REQUIRE(name.empty());
    REQUIRE(names.size() == before + filled.names);
}

// The first names of a stream, read through buffers of one size.
std::vector<Name> names_of(AliasSampler sampler, std::size_t buffer_size, std::size_t count) {
    std::vector<Name> names;
    while (names.size() < count) {
        const std::size_t before = names.size();
        draw_into(names, sampler, buffer_size);
        REQUIRE(names.size() > before);
    }
    names.resize(count);
    return names;
}

}  // namespace

TEST_CASE("the fast generator is xoshiro256++ seeded by SplitMix64") {
    // Computed from the published definition by another program.
    Xoshiro256 zero(0);
    CHECK(zero.next() == 0x53175d61490b23dfU);
    CHECK(zero.next() == 0x61da6f3dc380d507U);
    CHECK(zero.next() == 0x5c0fdf91ec9a7bfcU);
    CHECK(Xoshiro256(12345).next() == 0x8d948a82def8a568U);
}

TEST_CASE("pairs of letters come as often as their probability says") {
    for (const double smoothing : {0.0, 1.0}) {
        const auto table = count_model(test::lecture_counts(), smoothing);
        AliasSampler sampler(table, 42);
        std::vector<Token> buffer(2'000'000);
        const auto filled = sampler.fill(buffer);
        CHECK(filled.tokens > 1'900'000);
        Token context = boundary;
        std::size_t names = 0;
        std::vector<std::uint64_t> pairs(729);
        for (const Token token : std::span(buffer).first(filled.tokens)) {
            ++pairs[context * 27 + token];
            context = token;
            names += token == boundary ? 1 : 0;
        }
        CHECK(names == filled.names);
        double chi_square = 0.0;
        int freedom = 0;
        for (Token i = 0; i < 27; ++i) {
            double total = 0.0;
            for (Token j = 0; j < 27; ++j) {
                total += static_cast<double>(pairs[i * 27 + j]);
            }
            for (Token j = 0; j < 27; ++j) {
                const double expected = total * table.row(i)[j];
                const auto found = static_cast<double>(pairs[i * 27 + j]);
                if (table.row(i)[j] == 0.0) {
                    CHECK(found == 0.0);
                } else if (expected >= 5.0) {
                    chi_square += (found - expected) * (found - expected) / expected;
                    ++freedom;
                }
            }
        }
        CHECK(freedom > 500);
        // Four standard deviations; the seed is fixed.
        CHECK(std::abs(chi_square - freedom) < 4.0 * std::sqrt(2.0 * freedom));
    }
}

TEST_CASE("the names do not depend on the size of the buffers") {
    const auto table = count_model(test::lecture_counts());
    const auto names = names_of(AliasSampler(table, 7), 100'000, 3'000);
    CHECK(names_of(AliasSampler(table, 7), 1'001, 3'000) == names);
    CHECK(names_of(AliasSampler(table, 8), 1'001, 3'000) != names);
    AliasSampler sampler(table, 7);
    std::vector<Name> mixed;
    while (mixed.size() < 3'000) {
        // Nothing fits into the first, and into some of the others only what they are too small
        // for.
        for (const std::size_t size : {0U, 1U, 2U, 5U, 8U, 40U, 1'001U}) {
            draw_into(mixed, sampler, size);
        }
    }
    mixed.resize(3'000);
    CHECK(mixed == names);
}

TEST_CASE("one seed gives the same fast names on every target") {
    const auto vocabulary = test::lecture_vocabulary();
    std::string text;
    for (const auto& name :
         names_of(AliasSampler(count_model(test::lecture_counts()), lecture_seed), 1'001, 8)) {
        text += vocabulary.decode(name) + ' ';
    }
    CHECK(text == "sen cl vade zinahah shduleik a can lyurym ");
}

TEST_CASE("fast names are cut at the limit and spare what is impossible") {
    const ProbabilityTable endless(2, 2, {0, 1, 0, 1});
    for (const auto& name : names_of(AliasSampler(endless, 1, 5), 100, 50)) {
        CHECK(name == Name(5, 1));
    }
    // Shares that float badly, and the smallest that a threshold of 32 bits would call 0.
    const ProbabilityTable uneven(
        4, 4, {0, 1. / 3, 2. / 3, 0, 0.1, 0, 0.9, 0, 0.7, 0.3, 0, 0, 1, 0, 0, 1e-300});
    for (const auto& name : names_of(AliasSampler(uneven, 1), 5'000, 20'000)) {
        REQUIRE_FALSE(name.empty());
        REQUIRE(std::ranges::count(name, Token{3}) == 0);
        REQUIRE(std::ranges::adjacent_find(name) == name.end());
    }
    // A vocabulary of the boundary alone, and of one letter.
    CHECK(names_of(AliasSampler(uniform_model(1), 1), 10, 5) == std::vector<Name>(5));
    CHECK(names_of(AliasSampler(ProbabilityTable(2, 2, {0, 1, 1, 0}), 1), 10, 2) ==
          std::vector<Name>{{1}, {1}});
}
