// exp and log in double, the same bits on every target: plain multiplies and adds, no libm, no FMA.
#pragma once

namespace makemore {

/// e^x within 2 ULP for every finite x; 0 below -745.2, infinity above 709.8; NaN stays NaN.
/// Does not throw.
[[nodiscard]] double portable_exp(double x) noexcept;

/// Natural logarithm within 2 ULP for x > 0; -infinity at 0; NaN below 0.
[[nodiscard]] double portable_log(double x) noexcept;

}  // namespace makemore
