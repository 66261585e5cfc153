#include "makemore/kernels.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "makemore/kernels_reference.hpp"
#include "makemore/random.hpp"
#include "makemore/real_math.hpp"

using namespace makemore;

namespace {

struct Problem {
    std::size_t rows;
    std::size_t columns;
    std::vector<float> logits;
    std::vector<std::uint64_t> counts;

    // Logits of a standard deviation of 3, counts up to 200 with many zeros.
    Problem(std::size_t row_count, std::size_t column_count)
        : rows(row_count), columns(column_count) {
        TorchGenerator random(row_count * 1'000 + column_count);
        logits = random.normal_floats(rows * columns);
        for (float& logit : logits) {
            logit *= 3.0F;
        }
        for (std::size_t cell = 0; cell < rows * columns; ++cell) {
            const std::uint32_t word = random.random32();
            counts.push_back(word % 3 == 0 ? 0 : word % 200);
        }
        counts.front() += 1;
    }

    [[nodiscard]] std::vector<double> exact_logits() const {
        return {logits.begin(), logits.end()};
    }
    [[nodiscard]] LaneTable table() const { return {logits, rows, columns}; }
    [[nodiscard]] CountShares shares() const { return {counts, rows, columns}; }
};

// Largest error of the gradient, in units of the bound that the header states.
double gradient_error(const Problem& problem, float l2_slope) {
    LaneTable result(problem.rows, problem.columns);
    gradient(problem.table(), problem.shares(), l2_slope, result);
    const auto exact = reference::gradient(problem.exact_logits(), problem.counts, problem.columns,
                                           static_cast<double>(l2_slope));
    const auto probabilities = reference::softmax(problem.exact_logits(), problem.columns);
    const auto n = static_cast<double>(
        std::accumulate(problem.counts.begin(), problem.counts.end(), std::uint64_t{0}));
    const double bound = (static_cast<double>(problem.columns) + 8.0) * 0x1p-24;
    double worst = 0.0;
    for (std::size_t row = 0; row < problem.rows; ++row) {
        const auto first =
            problem.counts.begin() + static_cast<std::ptrdiff_t>(row * problem.columns);
        const auto row_total = static_cast<double>(std::accumulate(
            first, first + static_cast<std::ptrdiff_t>(problem.columns), std::uint64_t{0}));
        for (std::size_t column = 0; column < problem.columns; ++column) {
            const std::size_t cell = row * problem.columns + column;
            const double terms =
                row_total / n * probabilities[cell] +
                static_cast<double>(problem.counts[cell]) / n +
                std::abs(static_cast<double>(l2_slope) * static_cast<double>(problem.logits[cell]));
            const double error =
                std::abs(static_cast<double>(result.at(row, column)) - exact[cell]);
            worst = std::max(worst, terms == 0.0 ? error * 1e30 : error / (bound * terms));
        }
    }
    return worst;
}

// Softmax and loss against the definition, in units of the stated bounds.
double forward_error(const Problem& problem) {
    std::vector<double> probabilities(problem.logits.size());
    softmax(problem.table(), probabilities);
    const auto exact = reference::softmax(problem.exact_logits(), problem.columns);
    const auto columns = static_cast<double>(problem.columns);
    const double bound = (columns + 16.0) * 0x1p-52;
    double worst = 0.0;
    for (std::size_t cell = 0; cell < exact.size(); ++cell) {
        worst = std::max(worst, std::abs(probabilities[cell] / exact[cell] - 1.0) / bound);
    }
    const double loss = cross_entropy(problem.table(), problem.counts);
    const double exact_loss =
        reference::cross_entropy(problem.exact_logits(), problem.counts, problem.columns);
    const double loss_bound = (static_cast<double>(problem.rows) + columns + 16.0) * 0x1p-52;
    return std::max(
        worst, exact_loss == 0.0 ? std::abs(loss) : std::abs(loss / exact_loss - 1.0) / loss_bound);
}

// Whether a step has the bits of gradient, product and subtraction done apart.
bool step_is_the_gradient_step(const Problem& problem) {
    const LaneTable logits = problem.table();
    LaneTable slopes(problem.rows, problem.columns);
    LaneTable next(problem.rows, problem.columns);
    gradient(logits, problem.shares(), 1e-3F, slopes);
    if (!descend(logits, problem.shares(), 1e-3F, 10.0F, next)) {
        return false;
    }
    for (std::size_t row = 0; row < problem.rows; ++row) {
        for (std::size_t column = 0; column < problem.columns; ++column) {
            const float move = 10.0F * slopes.at(row, column);
            if (next.at(row, column) != logits.at(row, column) - move) {
                return false;
            }
        }
    }
    return true;
}

}  // namespace

TEST_CASE("kernels keep to the definition for every shape from 1 to 40") {
    for (std::size_t rows = 1; rows <= 40; ++rows) {
        for (std::size_t columns = 1; columns <= 40; ++columns) {
            const Problem problem(rows, columns);
            CAPTURE(rows, columns);
            REQUIRE(gradient_error(problem, 1e-3F) <= 1.0);
            REQUIRE(forward_error(problem) <= 1.0);
        }
    }
}

TEST_CASE("a step is the gradient times the learning rate for every shape from 1 to 40") {
    for (std::size_t rows = 1; rows <= 40; ++rows) {
        for (std::size_t columns = 1; columns <= 40; ++columns) {
            CAPTURE(rows, columns);
            REQUIRE(step_is_the_gradient_step(Problem(rows, columns)));
        }
    }
}

TEST_CASE("kernels keep to the definition for large shapes") {
    for (const auto& [rows, columns] : {std::pair<std::size_t, std::size_t>{256, 256},
                                        {1'000, 1'000},
                                        {256, 1'000},
                                        {1'000, 256},
                                        {1, 1'000},
                                        {1'000, 1}}) {
        const Problem problem(rows, columns);
        CAPTURE(rows, columns);
        CHECK(gradient_error(problem, 1e-5F) <= 1.0);
        CHECK(forward_error(problem) <= 1.0);
        CHECK(step_is_the_gradient_step(problem));
    }
}

TEST_CASE("the gradient agrees with finite differences of the loss") {
    const Problem problem(7, 9);
    LaneTable slopes(7, 9);
    gradient(problem.table(), problem.shares(), 0.0F, slopes);
    constexpr float h = 0x1p-7F;
    for (std::size_t row = 0; row < 7; ++row) {
        for (std::size_t column = 0; column < 9; ++column) {
            auto above = problem.logits;
            auto below = problem.logits;
            above[row * 9 + column] += h;
            below[row * 9 + column] -= h;
            const double width = static_cast<double>(above[row * 9 + column]) -
                                 static_cast<double>(below[row * 9 + column]);
            const double slope = (cross_entropy(LaneTable(above, 7, 9), problem.counts) -
                                  cross_entropy(LaneTable(below, 7, 9), problem.counts)) /
                                 width;
            CHECK(std::abs(slope - static_cast<double>(slopes.at(row, column))) < 2e-6);
        }
    }
}

TEST_CASE("rows of a softmax sum to 1 and do not change when a row is shifted") {
    const Problem problem(13, 17);
    auto shifted = problem.logits;
    for (float& logit : shifted) {
        // A multiple of the spacing of all logits involved, so that the sum is exact.
        logit = std::round(logit * 1024.0F) / 1024.0F;
    }
    auto base = shifted;
    for (float& logit : shifted) {
        logit += 64.0F;
    }
    std::vector<double> p(base.size());
    std::vector<double> q(base.size());
    softmax(LaneTable(base, 13, 17), p);
    softmax(LaneTable(shifted, 13, 17), q);
    CHECK(p == q);
    CHECK(cross_entropy(LaneTable(base, 13, 17), problem.counts) ==
          cross_entropy(LaneTable(shifted, 13, 17), problem.counts));
    for (std::size_t row = 0; row < 13; ++row) {
        const auto first = p.begin() + static_cast<std::ptrdiff_t>(row * 17);
        CHECK(std::abs(std::accumulate(first, first + 17, 0.0) - 1.0) < 1e-14);
    }
    LaneTable g(13, 17);
    LaneTable h(13, 17);
    gradient(LaneTable(base, 13, 17), problem.shares(), 0.0F, g);
    gradient(LaneTable(shifted, 13, 17), problem.shares(), 0.0F, h);
    CHECK(g.row_major() == h.row_major());
}

TEST_CASE("the gradient of a row sums to zero") {
    const Problem problem(20, 30);
    LaneTable slopes(20, 30);
    gradient(problem.table(), problem.shares(), 0.0F, slopes);
    const auto values = slopes.row_major();
    for (std::size_t row = 0; row < 20; ++row) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(row * 30);
        CHECK(std::abs(std::accumulate(first, first + 30, 0.0)) < 1e-7);
    }
}

TEST_CASE("the exponentials of a softmax are portable_exp's, to the bit") {
    // A second column far below the first: its probability is e^x / (1 + e^x) exactly as written.
    std::vector<float> logits;
    for (int i = 0; i < 2054; ++i) {
        logits.push_back(0.0F);
        logits.push_back(-0.37F * static_cast<float>(i));
    }
    const std::size_t rows = logits.size() / 2;
    std::vector<double> probabilities(logits.size());
    softmax(LaneTable(logits, rows, 2), probabilities);
    for (std::size_t row = 0; row < rows; ++row) {
        const double power = portable_exp(static_cast<double>(logits[row * 2 + 1]));
        CAPTURE(logits[row * 2 + 1]);
        CHECK(probabilities[row * 2] == 1.0 / (1.0 + power));
        CHECK(probabilities[row * 2 + 1] == power / (1.0 + power));
    }
    CHECK(probabilities.back() == 0.0);
}

TEST_CASE("loss and softmax together have the bits of each alone") {
    for (const auto& [rows, columns] :
         {std::pair<std::size_t, std::size_t>{1, 1}, {3, 5}, {27, 27}, {41, 30}}) {
        const Problem problem(rows, columns);
        std::vector<double> alone(rows * columns);
        std::vector<double> together(rows * columns);
        softmax(problem.table(), alone);
        CHECK(cross_entropy_and_softmax(problem.table(), problem.counts, together) ==
              cross_entropy(problem.table(), problem.counts));
        CHECK(together == alone);
    }
}

TEST_CASE("zero logits cost ln V") {
    const Problem problem(27, 27);
    const std::vector<float> zeros(problem.logits.size(), 0.0F);
    CHECK(std::abs(cross_entropy(LaneTable(zeros, 27, 27), problem.counts) - std::log(27.0)) <
          1e-14);
}

TEST_CASE("the loss stays finite and the gradient right for logits far apart") {
    const std::vector<float> logits{0.0F, -2'000.0F, 3e38F, -3e38F};
    const std::vector<std::uint64_t> counts{0, 1, 1, 0};
    CHECK(cross_entropy(LaneTable(logits, 2, 2), counts) == 1'000.0);
    LaneTable slopes(2, 2);
    gradient(LaneTable(logits, 2, 2), CountShares(counts, 2, 2), 0.0F, slopes);
    CHECK(slopes.at(0, 0) == 0.5F);
    CHECK(slopes.at(0, 1) == -0.5F);
    CHECK(std::abs(slopes.at(1, 0)) < 1e-7F);
}

TEST_CASE("padding rows stay zero and change nothing") {
    const Problem problem(5, 3);
    LaneTable next(5, 3);
    REQUIRE(descend(problem.table(), problem.shares(), 1e-3F, 50.0F, next));
    REQUIRE(next.padded_rows() >= 5);
    for (std::size_t column = 0; column < 3; ++column) {
        for (std::size_t row = 5; row < next.padded_rows(); ++row) {
            CHECK(next.at(row, column) == 0.0F);
        }
    }
}

TEST_CASE("a step says when a weight would not be finite") {
    for (std::size_t row = 0; row < 11; ++row) {
        auto problem = Problem(11, 4);
        problem.logits[row * 4 + 2] = 3e38F;
        LaneTable next(11, 4);
        CAPTURE(row);
        CHECK_FALSE(descend(problem.table(), problem.shares(), -1.0F, 1.0F, next));
        CHECK(descend(problem.table(), problem.shares(), 0.0F, 1.0F, next));
    }
}
