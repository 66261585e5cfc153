// A number >= 0 that neither underflows nor overflows: the mass of names, however long or rare.
#pragma once

#include <cstdint>

#include "makemore/real_math.hpp"

namespace makemore {

/// mantissa * 2^(512 exponent), the mantissa 0 or in [2^-256, 2^256). Scaling is by powers of two
/// only: while every exponent is 0 these are the operations of double, bit for bit; otherwise each
/// has its relative rounding error of 2^-53 all the same. Equal values have equal members.
class Mass {
  public:
    constexpr Mass() = default;
    /// Precondition: finite and >= 0. Converts so that formulas may mix both.
    constexpr Mass(double value) : mantissa_(value) {
        settle();
        settle();
    }

    /// Whether it is 0.
    [[nodiscard]] constexpr bool is_zero() const { return mantissa_ == 0.0; }
    /// The nearest double, 0 where it underflows. Precondition: below 2^1024.
    [[nodiscard]] constexpr double value() const {
        double scaled = mantissa_;
        for (std::int32_t e = exponent_; e < 0 && scaled != 0.0; ++e) {
            scaled *= 0x1p-512;
        }
        for (std::int32_t e = exponent_; e > 0; --e) {
            scaled *= 0x1p512;
        }
        return scaled;
    }
    /// The natural logarithm; -infinity of 0.
    [[nodiscard]] double log() const {
        constexpr double log_of_scale = 512.0 * 0x1.62e42fefa39efp-1;
        return portable_log(mantissa_) + static_cast<double>(exponent_) * log_of_scale;
    }

    /// Exact: equal values have equal members.
    friend constexpr bool operator==(const Mass&, const Mass&) = default;

    /// The product, to the nearest mantissa.
    friend constexpr Mass operator*(Mass a, Mass b) {
        return {a.mantissa_ * b.mantissa_, a.exponent_ + b.exponent_};
    }
    /// Precondition: b is not 0.
    friend constexpr Mass operator/(Mass a, Mass b) {
        return {a.mantissa_ / b.mantissa_, a.exponent_ - b.exponent_};
    }
    /// The sum, to the nearest mantissa.
    friend constexpr Mass operator+(Mass a, Mass b) {
        if (a.exponent_ == b.exponent_) [[likely]] {
            return {a.mantissa_ + b.mantissa_, a.exponent_};
        }
        if (a.is_zero() || (!b.is_zero() && a.exponent_ < b.exponent_)) {
            const Mass larger = b;
            b = a;
            a = larger;
        }
        // Two scales below, b is less than 2^-512 of a.
        const bool adjacent = a.exponent_ - b.exponent_ == 1;
        return {adjacent ? a.mantissa_ + b.mantissa_ * 0x1p-512 : a.mantissa_, a.exponent_};
    }
    /// Adds to this one.
    constexpr Mass& operator+=(Mass other) { return *this = *this + other; }

  private:
    constexpr Mass(double mantissa, std::int32_t exponent)
        : mantissa_(mantissa), exponent_(exponent) {
        settle();
    }
    constexpr void settle() {
        if (mantissa_ >= 0x1p-256 && mantissa_ < 0x1p256) [[likely]] {
            return;
        }
        if (mantissa_ == 0.0) {
            exponent_ = 0;
        } else if (mantissa_ < 0x1p-256) {
            mantissa_ *= 0x1p512;
            --exponent_;
        } else {
            mantissa_ *= 0x1p-512;
            ++exponent_;
        }
    }

    double mantissa_ = 0.0;
    std::int32_t exponent_ = 0;
};

}  // namespace makemore
