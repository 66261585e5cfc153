#include "makemore/demonstrations.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "makemore/scoring.hpp"
#include "makemore/trainer.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::lecture_counts;

TEST_CASE("normalised rows sum to 1, and a model's rows do already") {
    const auto trap = divided_by_column_totals(lecture_counts());
    double worst = 0.0;
    for (const double sum : row_sums(trap.cells(), trap.columns())) {
        worst = std::max(worst, std::abs(sum - 1.0));
    }
    CHECK(worst > 0.5);
    const auto mended = normalised_rows(trap);
    for (const double sum : row_sums(mended.cells(), mended.columns())) {
        CHECK(std::abs(sum - 1.0) < 1e-14);
    }
    CHECK(mean_loss(mended, lecture_counts()) > mean_loss(trap, lecture_counts()) + 0.1);
}

TEST_CASE("a long sum in float32 is wrong in the fourth digit or near it") {
    const auto table = count_model(lecture_counts(), 1.0);
    const double exact = mean_loss(table, lecture_counts());
    const double rounded = static_cast<double>(mean_loss_float32(table, lecture_counts()));
    CHECK(std::abs(rounded - exact) > 1e-6);
    CHECK(std::abs(rounded - exact) < 1e-2);
    CHECK(std::isinf(mean_loss_float32(normalised_rows(ProbabilityTable(2, 2, {1, 0, 1, 1})),
                                       BigramCounts(2, {1, 1, 1, 0}))));
}

TEST_CASE("weights that are log counts differ from them by a constant a row") {
    const BigramCounts counts(2, {1, 3, 3, 5});
    const std::vector<float> weights{0.0F + 2.0F, static_cast<float>(std::log(3.0)) + 2.0F,
                                     static_cast<float>(std::log(3.0)) - 1.0F,
                                     static_cast<float>(std::log(5.0)) - 1.0F};
    const auto compared = compare_log_counts(weights, counts);
    CHECK(std::abs(compared.constants.at(0) - 2.0) < 1e-6);
    CHECK(std::abs(compared.constants.at(1) + 1.0) < 1e-6);
    CHECK(compared.largest_gap < 1e-6);
    CHECK(std::abs(compared.shifted_weights.at(1) - std::log(3.0)) < 1e-6);
}

TEST_CASE("training brings the weights to the log counts") {
    Trainer trainer(lecture_counts(), 2147483647);
    const auto gap = [&] { return compare_log_counts(trainer.weights(), lecture_counts()); };
    const double before = gap().largest_gap;
    REQUIRE(trainer.run(2000, {.learning_rate = 50.0, .l2 = 0.0}));
    CHECK(gap().largest_gap < before);
}
