#include "makemore/conditioned_chain.hpp"

#include <catch2/catch_test_macros.hpp>

#include "makemore/real_math.hpp"
#include "rules_support.hpp"

using namespace makemore;
using test::agree;
using test::Name;

namespace {

// Every beginning of the table: the message is the mass that trying all names finds.
void check_all_messages(const ConditionedChain& chain) {
    const Rules& rules = chain.rules();
    test::for_each_beginning(
        chain.table(), *rules.max_length, [&](const Name& beginning, double, double) {
            auto node = ConditionedChain::start;
            for (const Token letter : beginning) {
                node = node == ConditionedChain::none ? node : chain.targets(node)[letter];
            }
            const auto expected =
                test::remaining(chain.table(), rules, *rules.max_length, beginning);
            REQUIRE(chain.names(node, beginning.size()) == expected.names);
            REQUIRE(agree(chain.message(node, beginning.size()).value(), expected.mass));
        });
}

// A name stays on `a` for a very long time: b and the end come once in 2^30 letters each.
ProbabilityTable patient() {
    constexpr double rare = 0x1p-30;
    return {3, 3, {0, 1, 0, rare, 1 - 2 * rare, rare, rare, 1 - 2 * rare, rare}};
}

}  // namespace

TEST_CASE("messages are what trying every name finds") {
    std::mt19937 random(1);
    int possible = 0;
    int impossible = 0;
    for (int trial = 0; trial < 2'000; ++trial) {
        CAPTURE(trial);
        const std::size_t size = 3 + random() % 2;
        const auto table = test::random_table(random, size);
        auto rules = test::random_rules(random, size);
        rules.max_length = random() % 8;
        rules.min_length = random() % (*rules.max_length + 2);
        const auto expected = test::remaining(table, rules, *rules.max_length, {});
        const auto chain = ConditionedChain::make(table, rules, test::letters(size));
        REQUIRE(chain.has_value() == (expected.names > 0));
        ++(chain ? possible : impossible);
        if (chain) {
            REQUIRE(agree(chain->probability(), expected.mass));
            REQUIRE(agree(portable_exp(chain->log_probability()), expected.mass));
            if (*rules.max_length <= 5) {
                check_all_messages(*chain);
            }
        }
    }
    CHECK(possible > 250);
    CHECK(impossible > 250);
}

TEST_CASE("without a maximum the messages are those of a very large one") {
    std::mt19937 random(2);
    int compared = 0;
    for (int trial = 0; trial < 400; ++trial) {
        CAPTURE(trial);
        const std::size_t size = 3 + random() % 3;
        const auto table = test::random_table(random, size);
        auto rules = test::random_rules(random, size);
        rules.min_length = random() % 4;
        const auto endless = ConditionedChain::make(table, rules, test::letters(size));
        rules.max_length = 900;
        const auto long_one = ConditionedChain::make(table, rules, test::letters(size));
        rules.max_length = 1'000;
        const auto longer = ConditionedChain::make(table, rules, test::letters(size));
        REQUIRE(endless.has_value() == longer.has_value());
        if (!endless || long_one->probability() != longer->probability()) {
            continue;  // impossible, or not yet converged
        }
        ++compared;
        REQUIRE(agree(endless->probability(), longer->probability(), 1e-12));
        for (ConditionedChain::Node node = 0; node < size; ++node) {
            const auto target = endless->targets(ConditionedChain::start)[node];
            const auto same = longer->targets(ConditionedChain::start)[node];
            REQUIRE((target == ConditionedChain::none) == (same == ConditionedChain::none));
            REQUIRE(agree(endless->message(target, 1).value(), longer->message(same, 1).value(),
                          1e-12));
        }
    }
    CHECK(compared > 100);
}

TEST_CASE("names that hardly ever end are conditioned exactly") {
    const auto probability = [](const Rules& rules) {
        return ConditionedChain::make(patient(), rules, test::letters(3))->probability();
    };
    Rules contains;
    contains.contains = {{2}};
    Rules lacks;
    lacks.not_contains = {{2}};
    Rules ends;
    ends.ends_with = {2};
    // b and the end are as likely as each other, and b goes back to a before it ends: from a, half
    // of all names end there, the others get to b, which ends them once in 2^29 visits.
    CHECK(agree(probability(contains), 0.5, 1e-13));
    CHECK(agree(probability(lacks), 0.5, 1e-13));
    CHECK(agree(probability(ends), 0x1p-30, 1e-13));
}

TEST_CASE("where nothing can go wrong the message is exactly 1") {
    const ProbabilityTable thirds(3, 3, {0, 1. / 3, 2. / 3, 0.1, 0.2, 0.7, 1. / 7, 2. / 7, 4. / 7});
    Rules rules;
    rules.starts_with = {1};
    rules.contains = {{2, 1}};
    rules.min_length = 2;
    const auto chain = ConditionedChain::make(thirds, rules, test::letters(3));
    auto node = ConditionedChain::start;
    for (const Token letter : {1U, 2U, 1U}) {
        CHECK_FALSE(chain->message(node, 0) == Mass(1.0));
        node = chain->targets(node)[letter];
    }
    CHECK(chain->message(node, 3) == Mass(1.0));
    CHECK(chain->names(node, 3) == uncountable);
}

TEST_CASE("strings of 200 letters neither underflow nor are called impossible") {
    constexpr std::size_t size = 101;
    const auto table = uniform_model(size);
    Name string;
    for (std::size_t i = 0; i < 200; ++i) {
        string.push_back(static_cast<Token>(i == 0 ? 1 : 2 + i % 99));
    }
    const double letter = portable_log(1.0 / size);
    Rules starts;
    starts.starts_with = string;
    Rules ends;
    ends.ends_with = string;
    Rules exactly = starts;
    exactly.max_length = 200;
    Rules contains;
    contains.contains = {string};
    contains.max_length = 300;
    const auto log_of = [&](const Rules& rules) {
        const auto chain = ConditionedChain::make(table, rules, test::letters(size));
        REQUIRE(chain);
        CHECK(chain->probability() == 0.0);
        return chain->log_probability();
    };
    CHECK(agree(-log_of(starts), -200 * letter));
    // It occurs behind n letters with P = (100/101)^n (1/101)^200 1/101, summed over all n.
    CHECK(agree(-log_of(ends), -200 * letter));
    CHECK(agree(-log_of(exactly), -201 * letter));
    CHECK(log_of(contains) > 200 * letter);
}

TEST_CASE("what is too large to be ruled is refused with the remedy") {
    const auto message = [](std::size_t size, const Rules& rules) {
        const auto chain = ConditionedChain::make(uniform_model(size), rules, test::letters(size));
        return chain ? std::string() : chain.error().message;
    };
    Rules many;
    for (Token letter = 1; letter <= 20; ++letter) {
        many.contains.push_back({letter});
    }
    CHECK(message(30, many).ends_with("use fewer or shorter strings"));
    Rules suffix;
    suffix.ends_with = {1};
    CHECK(message(1'200, suffix).ends_with("need a maximum length; give one"));
    suffix.max_length = 20;
    CHECK(message(1'200, suffix).empty());
    suffix.max_length = 1'000;
    CHECK(message(1'200, suffix).ends_with("lower the length"));
}

TEST_CASE("what is certain has a probability of 1, whatever a row's rounded sum is") {
    const std::vector row{0.7, 0.2, 0.1};
    REQUIRE(row[0] + row[1] + row[2] < 1.0);
    const ProbabilityTable table(
        4, 4, {0.0, 0.7, 0.2, 0.1, 0.7, 0.1, 0.1, 0.1, 0.7, 0.1, 0.1, 0.1, 0.7, 0.1, 0.1, 0.1});
    Rules rules;
    rules.min_length = 1;
    const auto chain = ConditionedChain::make(table, rules, test::letters(4));
    REQUIRE(chain);
    CHECK(chain->message(ConditionedChain::start, 0) == Mass(1.0));
    CHECK(chain->probability() == 1.0);
}
