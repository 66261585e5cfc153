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

TEST_CASE("single letters lose what the lecture's list is known to lose") {
    CHECK(std::abs(single_letter_loss(lecture_counts()) - 2.8227) < 5e-5);
    const auto corpus = test::read("ab\n");
    CHECK(std::abs(single_letter_loss(corpus->counts) - std::log(3.0)) < 1e-15);
}

TEST_CASE("the divergence of rows is the gap between cross-entropy and entropy") {
    const auto counts = lecture_counts();
    const auto p = count_model(counts);
    const auto q = count_model(counts, 5.0);
    double gap = 0.0;
    const auto divergences = row_divergence(p, q);
    REQUIRE(divergences.size() == 27);
    for (Token row = 0; row < 27; ++row) {
        CHECK(divergences[row] > 0.0);
        gap += static_cast<double>(counts.row_total(row)) * divergences[row] /
               static_cast<double>(counts.total());
    }
    CHECK(std::abs(gap - (mean_loss(q, counts) - mean_loss(p, counts))) < 1e-13);
    CHECK(row_divergence(p, p) == std::vector<double>(27, 0.0));
    CHECK(std::isinf(row_divergence(q, p).at(17)));
}

TEST_CASE("the broadcasting trap makes columns, not rows, sum to 1") {
    const auto counts = lecture_counts();
    const auto trap = divided_by_column_totals(counts);
    double worst_row = 0.0;
    std::vector<double> renormalised;
    for (Token token = 0; token < 27; ++token) {
        double column = 0.0;
        for (Token previous = 0; previous < 27; ++previous) {
            column += trap.row(previous)[token];
        }
        CHECK(std::abs(column - 1.0) < 1e-14);
        const auto row = trap.row(token);
        const double sum = std::accumulate(row.begin(), row.end(), 0.0);
        worst_row = std::max(worst_row, std::abs(sum - 1.0));
        for (const double value : row) {
            renormalised.push_back(value / sum);
        }
    }
    CHECK(worst_row > 0.5);
    // A token is left as often as it is reached, so the same totals are divided out of the
    // likelihood in another order: the loss alone does not show the mistake. Drawing from the rows
    // does.
    const double loss = mean_loss(count_model(counts), counts);
    CHECK(std::abs(mean_loss(trap, counts) - loss) < 1e-14);
    CHECK(mean_loss(ProbabilityTable(27, 27, renormalised), counts) > loss + 0.1);
}

TEST_CASE("a product of probabilities underflows where the sum of logarithms goes on") {
    const auto table = count_model(lecture_counts());
    const auto emma = *lecture_vocabulary().encode("emma");
    Likelihood likelihood;
    likelihood.add(table, emma);
    CHECK(likelihood.bigrams == 5);
    const auto score = score_word(table, emma);
    double product = 1.0;
    for (const auto& bigram : score.bigrams) {
        product *= bigram.probability;
    }
    CHECK(std::abs(static_cast<double>(likelihood.product) / product - 1.0) < 1e-6);
    CHECK(std::abs(likelihood.log_likelihood + score.loss * 5.0) < 1e-12);
    for (int i = 1; i < 20; ++i) {
        likelihood.add(table, emma);
    }
    CHECK(likelihood.product == 0.0F);
    CHECK(std::abs(likelihood.log_likelihood + score.loss * 100.0) < 1e-10);
    likelihood.add(table, *lecture_vocabulary().encode("jq"));
    CHECK(std::isinf(likelihood.log_likelihood));
}

TEST_CASE("the uniform model loses ln V") {
    CHECK(std::abs(mean_loss(uniform_model(27), lecture_counts()) - std::log(27.0)) < 1e-14);
}
