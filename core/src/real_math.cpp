#include "makemore/real_math.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace makemore {

namespace {

using namespace portable_exp_parts;

constexpr int mantissa_bits = 52;
constexpr int exponent_bias = 1023;

// 2^n. Precondition: -1022 <= n <= 1023.
double power_of_two(std::int64_t n) noexcept {
    return std::bit_cast<double>(static_cast<std::uint64_t>(n + exponent_bias) << mantissa_bits);
}

}  // namespace

double portable_exp(double x) noexcept {
    if (!(x <= 709.782712893384)) {
        return x > 0 ? std::numeric_limits<double>::infinity() : x;
    }
    if (x < -745.1332191019412) {
        return 0.0;
    }
    const double n = (x * log2_e + round_to_integer) - round_to_integer;
    const double r = (x - n * ln2_high) - n * ln2_low;
    double polynomial = coefficients.front();
    for (std::size_t i = 1; i < coefficients.size(); ++i) {
        polynomial = polynomial * r + coefficients[i];
    }
    const double power = 1.0 + (r + r * r * polynomial);
    // Two factors, because 2^n alone may lie outside the range of normal doubles.
    const auto exponent = static_cast<std::int64_t>(n);
    const std::int64_t half = exponent / 2;
    return power * power_of_two(half) * power_of_two(exponent - half);
}

double portable_log(double x) noexcept {
    if (!(x > 0.0)) {
        return x == 0.0 ? -std::numeric_limits<double>::infinity()
                        : std::numeric_limits<double>::quiet_NaN();
    }
    if (x == std::numeric_limits<double>::infinity()) {
        return x;
    }
    std::int64_t exponent = 0;
    if (x < std::numeric_limits<double>::min()) {
        x *= 0x1p54;
        exponent = -54;
    }
    // x = m 2^exponent with m in [sqrt(1/2), sqrt(2)).
    const auto bits = std::bit_cast<std::uint64_t>(x);
    constexpr std::uint64_t sqrt_half_bits = 0x3FE6A09E667F3BCD;
    const auto shifted = static_cast<std::int64_t>(bits - sqrt_half_bits);
    const auto e = shifted >> mantissa_bits;
    exponent += e;
    const auto m = std::bit_cast<double>(bits - (static_cast<std::uint64_t>(e) << mantissa_bits));
    // ln(1 + f) = 2 artanh(s) with s = f / (2 + f), which is f - s (f - R) with
    // R = 2 s^2 (1/3 + s^2/5 + s^4/7 + …): the large part, f, is exact.
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double square = s * s;
    double series = 0.0;
    for (int odd = 25; odd >= 3; odd -= 2) {
        series = series * square + 2.0 / odd;
    }
    const double rest = s * (f - square * series);
    const auto n = static_cast<double>(exponent);
    return n * ln2_high + (f - (rest - n * ln2_low));
}

}  // namespace makemore
