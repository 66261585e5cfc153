#include "makemore/listed_names.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "makemore/blend.hpp"
#include "makemore/name_facts.hpp"
#include "makemore/name_losses.hpp"
#include "support.hpp"

using namespace makemore;

namespace {

constexpr std::size_t small_bound = 200'000;

/// `count` distinct names that end with this.
std::string numbered(std::size_t count, const std::string& end = {}) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += std::to_string(i * 7'919) + end + '\n';
    }
    return text;
}

Corpus read_with(const std::string& text, std::size_t most_set_bytes) {
    CorpusReader reader({.most_set_bytes = most_set_bytes});
    REQUIRE(reader.feed(test::bytes_of(text)));
    auto corpus = reader.finish();
    REQUIRE(corpus);
    return *std::move(corpus);
}

std::size_t sampled_with(const Corpus& corpus, char letter) {
    return static_cast<std::size_t>(std::ranges::count_if(
        corpus.sample.names(),
        [letter](const std::string& name) { return name.ends_with(letter); }));
}

}  // namespace

TEST_CASE("where the names are not all known, others rank among the sample") {
    const Corpus corpus = read_with(numbered(30'000), small_bound);
    REQUIRE_FALSE(listed_names(corpus.vocabulary, corpus.names));
    const auto sample = sampled_names(corpus.vocabulary, corpus.sample);
    REQUIRE(sample.size() == NameSample::default_size);
    const auto table = count_model(corpus.counts, 1.0);
    const auto scores = score_names(table, sample);
    const Ranking ranking(scores);
    const NameLosses losses(scores);
    const auto share = [&](const auto& counts) {
        std::size_t counted = 0;
        for (const std::string& name : corpus.sample.names()) {
            counted += counts(*corpus.vocabulary.encode(name)) ? 1U : 0U;
        }
        return static_cast<double>(counted) / static_cast<double>(NameSample::default_size);
    };
    for (const char* const typed : {"", "1", "7919", "111111", "90909", "123456789123"}) {
        const auto name = *corpus.vocabulary.encode(typed);
        const double likely = log_probability(table, name);
        CHECK(ranking.share_below(likely) ==
              share([&](const auto& other) { return log_probability(table, other) < likely; }));
        const double loss = mean_pair_loss(table, name);
        CHECK(losses.share_above(loss) ==
              share([&](const auto& other) { return mean_pair_loss(table, other) > loss; }));
    }
}

TEST_CASE("a sample that holds every name ranks as the list does") {
    const Corpus corpus = read_with(numbered(2'000), NameSet::default_most_bytes);
    const auto table = count_model(corpus.counts, 1.0);
    const auto exact = score_names(table, *listed_names(corpus.vocabulary, corpus.names));
    const auto sampled = score_names(table, sampled_names(corpus.vocabulary, corpus.sample));
    CHECK(std::ranges::equal(Ranking(exact).sorted(), Ranking(sampled).sorted()));
    CHECK(NameLosses(exact).histogram().counts == NameLosses(sampled).histogram().counts);
    const double likely = log_probability(table, *corpus.vocabulary.encode("4711"));
    CHECK(Ranking(exact).share_below(likely) == Ranking(sampled).share_below(likely));
}

TEST_CASE("the sample of a blend has names of each list by their number and weight") {
    // 30,000, 3 x 10,000 and 2 x 20,000 names: 3, 3 and 4 tenths. A share of 2,500 has a standard
    // deviation of 25 at most, and twice that where a sample is drawn from a sample.
    const Corpus many = read_with(numbered(30'000, "a"), small_bound);
    const Corpus few = read_with(numbered(10'000, "b"), NameSet::default_most_bytes);
    Corpus once =
        read_with(numbered(20'000, "c") + numbered(20'000, "c"), NameSet::default_most_bytes);
    once.counts = *distinct_counts(once);
    const std::vector<BlendPart> parts{{&many, 1}, {&few, 3}, {&once, 2}};
    const auto blended = blend(parts);
    REQUIRE(blended);
    CHECK_FALSE(blended->names.complete());
    CHECK(blended->sample.names().size() == NameSample::default_size);
    for (const auto& [letter, expected] : {std::pair{'a', 750}, {'b', 750}, {'c', 1'000}}) {
        const auto found = static_cast<int>(sampled_with(*blended, letter));
        CHECK(found > expected - 125);
        CHECK(found < expected + 125);
    }
}

TEST_CASE("a blend has no sample where a list has left only its counts") {
    const Corpus list = read_with("ba\nabc\n", 0);
    CHECK(list.sample.names().size() == 2);
    const Corpus counted{
        .vocabulary = list.vocabulary, .counts = list.counts, .report = {.names = 2}};
    const std::vector<BlendPart> parts{{&list, 1}, {&counted, 1}};
    const auto blended = blend(parts);
    REQUIRE(blended);
    CHECK(blended->sample.names().empty());
}
