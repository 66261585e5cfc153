#include "makemore/scoring.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "makemore/random.hpp"
#include "makemore/trainer.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::lecture_counts;
using makemore::test::lecture_vocabulary;

TEST_CASE("the count model has the lecture's loss for every smoothing") {
    const auto counts = lecture_counts();
    const auto loss = [&](double smoothing) {
        return mean_loss(count_model(counts, smoothing), counts);
    };
    CHECK(loss(0.0) == 2.4540144891548743);
    CHECK(loss(1.0) == 2.454576820115704);
    CHECK(std::abs(loss(0.01) - 2.4540189765275984) < 1e-12);
    CHECK(std::abs(loss(0.1) - 2.4540607835017902) < 1e-12);
    CHECK(std::abs(loss(0.5) - 2.454271790192468) < 1e-12);
    CHECK(std::abs(loss(2.0) - 2.4552713585897115) < 1e-12);
    CHECK(std::abs(loss(10.0) - 2.46211580565319) < 1e-12);
    CHECK(std::abs(loss(1e12) - std::log(27.0)) < 1e-6);
}

TEST_CASE("rows of a count model sum to 1") {
    for (const double smoothing : {0.0, 0.5, 1.0, 1e6}) {
        const auto table = count_model(lecture_counts(), smoothing);
        for (Token row = 0; row < table.rows(); ++row) {
            const auto p = table.row(row);
            CHECK(std::abs(std::accumulate(p.begin(), p.end(), 0.0) - 1.0) < 1e-14);
        }
    }
}

TEST_CASE("a word's loss is the mean over its bigrams") {
    const auto table = count_model(lecture_counts(), 1.0);
    const auto score = score_word(table, *lecture_vocabulary().encode("andrejq"));
    CHECK(std::abs(score.loss - 3.4834019856) < 1e-9);
    REQUIRE(score.bigrams.size() == 8);
    CHECK(score.bigrams.front().from == boundary);
    CHECK(score.bigrams.front().to == 1);
    CHECK(score.bigrams.back().to == boundary);
    for (const auto& bigram : score.bigrams) {
        CHECK(bigram.probability == table.row(bigram.from)[bigram.to]);
        CHECK(std::abs(bigram.loss + std::log(bigram.probability)) < 1e-14);
    }
}

TEST_CASE("an unseen bigram costs infinitely much") {
    const auto counts = lecture_counts();
    const auto score = score_word(count_model(counts), *lecture_vocabulary().encode("andrejq"));
    CHECK(std::isinf(score.loss));
    CHECK(score.bigrams[6].probability == 0.0);
    CHECK(std::isinf(score.bigrams[6].loss));
    CHECK(std::isfinite(score.bigrams[5].loss));

    std::vector<double> cells(729, 1.0 / 26.0);
    cells[1] = 0.0;
    CHECK(std::isinf(mean_loss(ProbabilityTable(27, 27, cells), counts)));
}

TEST_CASE("the untrained network's loss on emma is the lecture's") {
    const Trainer trainer(lecture_counts(), lecture_seed);
    const auto score = score_word(trainer.table(), *lecture_vocabulary().encode("emma"));
    CHECK(std::abs(score.loss - 3.7693049907684326) < 1e-6);
}

TEST_CASE("the empty word is one bigram") {
    const ProbabilityTable table(2, 2, {0.25, 0.75, 1.0, 0.0});
    const auto score = score_word(table, {});
    REQUIRE(score.bigrams.size() == 1);
    CHECK(score.loss == -std::log(0.25));
}
