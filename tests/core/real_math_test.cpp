#include "makemore/real_math.hpp"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

using namespace makemore;

namespace {

// Distance in units in the last place; 0 for equal values, whatever their kind.
std::int64_t ulps(double a, double b) {
    if (a == b || (std::isnan(a) && std::isnan(b))) {
        return 0;
    }
    return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

}  // namespace

TEST_CASE("the portable exponential stays within 2 ULP") {
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> wide(-746.0, 710.0);
    std::uniform_real_distribution<double> near(-1.0, 1.0);
    std::int64_t worst = 0;
    for (int i = 0; i < 200'000; ++i) {
        for (const double x : {wide(random), near(random)}) {
            worst = std::max(worst, ulps(portable_exp(x), std::exp(x)));
        }
    }
    CHECK(worst <= 2);
    CHECK(portable_exp(0.0) == 1.0);
    CHECK(portable_exp(-746.0) == 0.0);
    CHECK(portable_exp(-std::numeric_limits<double>::infinity()) == 0.0);
    CHECK(std::isinf(portable_exp(710.0)));
    CHECK(std::isnan(portable_exp(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("the portable logarithm stays within 2 ULP") {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    std::uniform_real_distribution<double> near_one(0.9, 1.1);
    std::uniform_real_distribution<double> exponent(-1074.0, 1023.0);
    std::int64_t worst = 0;
    for (int i = 0; i < 200'000; ++i) {
        for (const double x : {unit(random), near_one(random), std::exp2(exponent(random))}) {
            worst = std::max(worst, ulps(portable_log(x), std::log(x)));
        }
    }
    CHECK(worst <= 2);
    CHECK(portable_log(1.0) == 0.0);
    CHECK(portable_log(0.0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isinf(portable_log(std::numeric_limits<double>::infinity())));
    CHECK(std::isnan(portable_log(-1.0)));
    CHECK(std::isnan(portable_log(std::numeric_limits<double>::quiet_NaN())));
}

TEST_CASE("exp and log have the same bits on every target") {
    // A libm or a fused multiply-add would change some last bit of so many values.
    std::uint64_t bits = 0;
    std::mt19937_64 random(3);
    for (int i = 0; i < 10'000; ++i) {
        const double x = static_cast<double>(random() >> 11U) * 0x1p-53;
        bits = (bits ^ std::bit_cast<std::uint64_t>(portable_exp(-40.0 * x))) * 0x100000001b3;
        bits = (bits ^ std::bit_cast<std::uint64_t>(portable_log(x))) * 0x100000001b3;
    }
    CHECK(bits == 0x8c645be5f2cb6d53);
}
