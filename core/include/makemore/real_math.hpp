// exp and log in double, the same bits on every target: plain multiplies and adds, no libm, no FMA.
#pragma once

#include <array>

namespace makemore {

/// e^x within 2 ULP for every finite x; 0 below -745.2, infinity above 709.8; NaN stays NaN.
/// Does not throw.
[[nodiscard]] double portable_exp(double x) noexcept;

/// Natural logarithm within 2 ULP for x > 0; -infinity at 0; NaN below 0.
[[nodiscard]] double portable_log(double x) noexcept;

/// What portable_exp is made of, for a kernel that takes several at a time to the same bits:
/// e^x = 2^n e^r with |r| <= ln(2) / 2, and e^r = 1 + r + r^2 P(r).
namespace portable_exp_parts {

/// 1 / ln 2, rounded to nearest.
inline constexpr double log2_e = 0x1.71547652b82fep+0;
/// ln 2 in two parts; the high one has 32 trailing zero bits, so that its product with an exponent
/// is exact.
inline constexpr double ln2_high = 0x1.62e42fee00000p-1;
/// The rest of ln 2, rounded to nearest.
inline constexpr double ln2_low = 0x1.a39ef35793c76p-33;
/// Adding and subtracting it rounds a small double to the nearest integer.
inline constexpr double round_to_integer = 0x1.8p52;
/// P, the minimax polynomial whose relative error is 4e-18 (found with the Remez exchange), from
/// the highest power down.
inline constexpr std::array coefficients{
    0x1.ad7f778b5f005p-26, 0x1.28ad705e24402p-22, 0x1.71df2547e4dc8p-19, 0x1.a0199a0eef9adp-16,
    0x1.a01a012a5e90fp-13, 0x1.6c16c184292dfp-10, 0x1.1111111127bcap-7,  0x1.5555555550880p-5,
    0x1.55555555554fap-3,  0x1.000000000000ap-1};

}  // namespace portable_exp_parts

}  // namespace makemore
