#include "makemore/name_set.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "makemore/name_sample.hpp"

using namespace makemore;

namespace {

// Different lengths, so that every path of the comparison is taken.
std::string numbered(std::size_t number) {
    return std::string(number % 40, 'x') + std::to_string(number * 7'919);
}

}  // namespace

TEST_CASE("a set holds what a set holds, in the order of insertion") {
    NameSet set;
    std::set<std::string> reference;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < 60'000; ++i) {
        const std::string name = numbered(i * i % 30'011);
        const bool added = set.insert(name) == NameSet::Insertion::added;
        REQUIRE(added == reference.insert(name).second);
        if (added) {
            order.push_back(name);
        }
    }
    CHECK(set.complete());
    CHECK(set.size() == reference.size());
    CHECK(std::vector<std::string>(set.begin(), set.end()) == order);
    for (std::size_t i = 0; i < 60'000; ++i) {
        REQUIRE(set.contains(numbered(i)) == reference.contains(numbered(i)));
    }
}

TEST_CASE("names of every length are told apart, to the last byte") {
    NameSet set;
    for (std::size_t length = 1; length <= 4'000; ++length) {
        const std::string name(length, 'a');
        REQUIRE(set.insert(name) == NameSet::Insertion::added);
        REQUIRE(set.insert(name) == NameSet::Insertion::present);
        std::string other = name;
        other.back() = 'b';
        REQUIRE(set.contains(other) == false);
    }
    CHECK(set.contains("") == false);
}

TEST_CASE("at its bound a set stops growing and never calls a name new") {
    constexpr std::size_t bound = 400'000;
    NameSet set(bound);
    std::size_t held = 0;
    while (set.insert(numbered(held)) == NameSet::Insertion::added) {
        REQUIRE(set.bytes() <= bound);
        ++held;
    }
    CHECK(held > 5'000);
    CHECK_FALSE(set.complete());
    CHECK(set.size() == held);
    for (std::size_t i = 0; i < 2 * held; ++i) {
        REQUIRE(set.contains(numbered(i)) == (i < held ? std::optional(true) : std::nullopt));
        REQUIRE(set.insert(numbered(i)) ==
                (i < held ? NameSet::Insertion::present : NameSet::Insertion::refused));
    }
    CHECK(set.bytes() <= bound);
}

TEST_CASE("a set without memory knows nothing of any name") {
    NameSet set(0);
    CHECK_FALSE(set.complete());
    CHECK(set.contains("ava") == std::nullopt);
    CHECK(set.begin() == set.end());
}

TEST_CASE("the default bound takes a million names of the usual length") {
    NameSet set;
    for (std::size_t i = 0; i < 1'000'000; ++i) {
        REQUIRE(set.insert(std::to_string(i)) == NameSet::Insertion::added);
    }
    CHECK(set.bytes() <= NameSet::default_most_bytes);
}

namespace {

std::vector<std::string> sampled(std::size_t size, std::uint64_t seed, std::size_t names) {
    NameSample sample(size, seed);
    for (std::size_t i = 0; i < names; ++i) {
        sample.offer(std::to_string(i));
    }
    return {sample.names().begin(), sample.names().end()};
}

}  // namespace

TEST_CASE("a sample is the whole of a short list, and the same for the same seed") {
    CHECK(sampled(5, 1, 3) == std::vector<std::string>{"0", "1", "2"});
    CHECK(sampled(5, 1, 5) == std::vector<std::string>{"0", "1", "2", "3", "4"});
    CHECK(sampled(50, 1, 100'000) == sampled(50, 1, 100'000));
    CHECK(sampled(50, 1, 100'000) != sampled(50, 2, 100'000));
    CHECK(sampled(50, 1, 100'000).size() == 50);
}

TEST_CASE("every name is as likely to be in a sample") {
    // 2,000 samples of 10 out of 100: each tenth of the list is drawn 2,000 times on average, with
    // a standard deviation below 43. The seeds are fixed, so this holds or does not.
    std::vector<int> tenths(10);
    for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
        for (const std::string& name : sampled(10, seed, 100)) {
            ++tenths[static_cast<std::size_t>(std::stoi(name)) / 10];
        }
    }
    for (const int drawn : tenths) {
        CHECK(drawn > 1'800);
        CHECK(drawn < 2'200);
    }
}

TEST_CASE("a weight is as many names in a sample") {
    NameSample sample(1'000, 3);
    for (int i = 0; i < 100; ++i) {
        for (const auto& [name, times] : {std::pair{"often", 900}, std::pair{"seldom", 100}}) {
            sample.offer(name, static_cast<std::uint64_t>(times));
        }
    }
    std::size_t often = 0;
    for (const std::string& name : sample.names()) {
        often += name == "often" ? 1U : 0U;
    }
    CHECK(sample.names().size() == 1'000);
    CHECK(often > 850);
    CHECK(often < 950);
}

TEST_CASE("whatever the bound, a set keeps to it and forgets nothing") {
    for (std::size_t bound = 1'000; bound < 600'000; bound += 7'001) {
        NameSet set(bound);
        std::size_t held = 0;
        while (set.insert(std::to_string(held)) == NameSet::Insertion::added) {
            ++held;
        }
        CAPTURE(bound);
        CHECK(set.bytes() <= bound);
        std::size_t found = 0;
        for (auto name = set.begin(); name != set.end();) {
            found += *name++ == std::to_string(found) ? 1U : 0U;
        }
        CHECK(found == held);
    }
}
