#include "makemore/trainer.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "makemore/scoring.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::lecture_counts;

namespace {

constexpr TrainingSettings with_l2{.learning_rate = 50.0, .l2 = 0.01};
constexpr TrainingSettings without_l2{.learning_rate = 50.0, .l2 = 0.0};

double largest_gap(const std::vector<float>& weights, const auto& expected) {
    double gap = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        gap = std::max(
            gap, std::abs(static_cast<double>(weights[i]) - static_cast<double>(expected[i])));
    }
    return gap;
}

}  // namespace

TEST_CASE("training starts at torch's weights") {
    const Trainer trainer(lecture_counts(), lecture_seed);
    CHECK(std::ranges::equal(trainer.weights(), lecture::initial_weights));
    CHECK(std::abs(trainer.loss(0.01) - 3.7686187) < 1e-6);
}

TEST_CASE("the loss history is torch's") {
    const auto follow = [](const TrainingSettings& settings, const auto& losses) {
        Trainer trainer(lecture_counts(), lecture_seed);
        double gap = 0.0;
        for (const double loss : losses) {
            gap = std::max(gap, std::abs(trainer.loss(settings.l2) - loss));
            REQUIRE(trainer.run(1, settings));
        }
        return gap;
    };
    CHECK(follow(with_l2, lecture::losses_l2) < 1e-6);
    CHECK(follow(without_l2, lecture::losses_plain) < 1e-6);
}

TEST_CASE("the weights are torch's after 1, 10, 100 and 200 steps") {
    Trainer l2(lecture_counts(), lecture_seed);
    Trainer plain(lecture_counts(), lecture_seed);
    const auto reach = [](Trainer& trainer, std::uint64_t step, const TrainingSettings& settings) {
        REQUIRE(trainer.run(step - trainer.steps(), settings));
        return trainer.weights();
    };
    CHECK(largest_gap(reach(l2, 1, with_l2), lecture::weights_l2_1) < 5e-6);
    CHECK(largest_gap(reach(l2, 10, with_l2), lecture::weights_l2_10) < 5e-6);
    CHECK(largest_gap(reach(l2, 100, with_l2), lecture::weights_l2_100) < 5e-6);
    CHECK(largest_gap(reach(l2, 200, with_l2), lecture::weights_l2_200) < 1e-5);
    CHECK(largest_gap(reach(plain, 1, without_l2), lecture::weights_plain_1) < 5e-6);
    CHECK(largest_gap(reach(plain, 10, without_l2), lecture::weights_plain_10) < 5e-6);
    CHECK(largest_gap(reach(plain, 100, without_l2), lecture::weights_plain_100) < 5e-6);
    CHECK(largest_gap(reach(plain, 200, without_l2), lecture::weights_plain_200) < 1e-5);
}

TEST_CASE("a thousand steps leave the same bits on every target") {
    Trainer trainer(lecture_counts(), lecture_seed);
    REQUIRE(trainer.run(1'000, with_l2));
    CHECK(fingerprint(trainer.weights()) == "9b6db2195ed71d77");
}

TEST_CASE("training with L2 ends at the exact optimum") {
    Trainer trainer(lecture_counts(), lecture_seed);
    REQUIRE(trainer.run(60'000, with_l2));
    CHECK(std::abs(trainer.loss(0.01) - 2.480399049014214) < 1e-6);
    CHECK(std::abs(trainer.data_loss() - 2.460362098118796) < 1e-5);
    CHECK(largest_gap(trainer.weights(), lecture::optimum_weights) < 1e-2);
}

TEST_CASE("the counts are the floor of the loss") {
    const auto counts = lecture_counts();
    const double floor = mean_loss(count_model(counts), counts);
    Trainer trainer(counts, lecture_seed);
    double before = trainer.data_loss();
    for (int i = 0; i < 20; ++i) {
        REQUIRE(trainer.run(500, without_l2));
        CHECK(trainer.data_loss() < before);
        CHECK(trainer.data_loss() > floor);
        before = trainer.data_loss();
    }
    CHECK(before < floor + 1e-3);
}

TEST_CASE("the learned table has the loss that the trainer reports") {
    const auto counts = lecture_counts();
    Trainer trainer(counts, 7);
    REQUIRE(trainer.run(100, with_l2));
    CHECK(std::abs(mean_loss(trainer.table(), counts) - trainer.data_loss()) < 1e-13);
}

TEST_CASE("an evaluation has the bits of its parts") {
    Trainer trainer(lecture_counts(), lecture_seed);
    REQUIRE(trainer.run(100, with_l2));
    for (const double l2 : {0.0, 0.01, 3.0}) {
        const auto evaluation = trainer.evaluate(l2);
        CHECK(evaluation.data_loss == trainer.data_loss());
        CHECK(evaluation.loss == trainer.loss(l2));
        CHECK(std::ranges::equal(evaluation.table.cells(), trainer.table().cells()));
    }
}

TEST_CASE("steps may be taken in any portions") {
    Trainer together(lecture_counts(), 3);
    Trainer apart(lecture_counts(), 3);
    REQUIRE(together.run(37, with_l2));
    for (const std::uint64_t portion : {0U, 1U, 30U, 6U}) {
        REQUIRE(apart.run(portion, with_l2));
    }
    CHECK(together.weights() == apart.weights());
    CHECK(apart.steps() == 37);
}

TEST_CASE("training stops before a weight is lost and keeps the last finite weights") {
    Trainer trainer(lecture_counts(), lecture_seed);
    // The L2 step overshoots: each one multiplies the weights by about -2742.
    const TrainingSettings absurd{.learning_rate = 1e6, .l2 = 1.0};
    const auto result = trainer.run(1'000, absurd);
    REQUIRE_FALSE(result);
    CHECK(trainer.steps() > 1);
    CHECK(trainer.steps() < 20);
    CHECK(result.error().message.find("step " + std::to_string(trainer.steps())) !=
          std::string::npos);
    CHECK(std::ranges::all_of(trainer.weights(), [](float w) { return std::isfinite(w); }));
    CHECK(std::isfinite(trainer.loss(1.0)));
    const auto kept = trainer.weights();
    CHECK_FALSE(trainer.run(1, absurd));
    CHECK(trainer.weights() == kept);
    CHECK(trainer.run(1, TrainingSettings{.learning_rate = 1.0, .l2 = 0.0}));
}

TEST_CASE("a list of one character trains to its counts") {
    const auto corpus = test::read("a\naa\n");
    REQUIRE(corpus);
    Trainer trainer(corpus->counts, 1);
    REQUIRE(trainer.run(5'000, TrainingSettings{.learning_rate = 1.0, .l2 = 0.0}));
    CHECK(std::abs(trainer.table().row(1)[1] - 1.0 / 3.0) < 1e-4);
}

TEST_CASE("the fingerprint is FNV-1a of the little-endian bytes") {
    CHECK(fingerprint({}) == "cbf29ce484222325");
    // The published test vector of the four bytes "foob".
    CHECK(fingerprint({std::bit_cast<float>(std::uint32_t{0x626F6F66})}) == "dd120e790c2512af");
}

TEST_CASE("the first gradient is torch's, and agrees with a finite difference") {
    const Trainer trainer(lecture_counts(), lecture_seed);
    CHECK(largest_gap(trainer.gradient(0.01), lecture::first_gradient_l2) < 1e-8);
    CHECK(largest_gap(trainer.gradient(0.0), lecture::first_gradient_plain) < 1e-8);
    const auto slopes = trainer.gradient(0.01);
    for (Token row = 0; row < 27; row += 2) {
        for (Token column = 0; column < 27; column += 3) {
            const double slope = trainer.difference_quotient(row, column, 0.01, 0x1p-8F);
            CHECK(std::abs(slope - static_cast<double>(slopes[row * 27 + column])) < 1e-7);
        }
    }
}

TEST_CASE("an earlier moment comes back with its future") {
    Trainer trainer(lecture_counts(), lecture_seed);
    REQUIRE(trainer.run(10, with_l2));
    const auto earlier = trainer.weights();
    REQUIRE(trainer.run(20, with_l2));
    const auto later = trainer.weights();
    trainer.restore(earlier, 10);
    CHECK(trainer.steps() == 10);
    CHECK(trainer.weights() == earlier);
    REQUIRE(trainer.run(20, with_l2));
    CHECK(trainer.weights() == later);
    CHECK(trainer.steps() == 30);
}

TEST_CASE("a run goes on where it was moved to") {
    Trainer whole(lecture_counts(), lecture_seed);
    REQUIRE(whole.run(5, {}));
    Trainer first(lecture_counts(), lecture_seed);
    REQUIRE(first.run(2, {}));
    Trainer second(std::move(first));
    REQUIRE(second.run(2, {}));
    first = std::move(second);
    REQUIRE(first.run(1, {}));
    CHECK(first.steps() == 5);
    CHECK(first.weights() == whole.weights());
    CHECK(std::ranges::equal(
        softmax_model(first.weights(), lecture_counts().size(), lecture_counts().size()).cells(),
        first.table().cells()));
}
