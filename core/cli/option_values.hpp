// Values of options, read strictly: the whole text, decimal only, within bounds.
// Not left to the parser library, which takes "010" for eight and rounds reals twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace makemore::cli {

/// Decimal digits only; nothing for anything else and above 2^64 - 1.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

/// A decimal number such as 50, 0.01, .5 or 1e-3; nothing for anything else or out of a double.
[[nodiscard]] std::optional<double> real_number(std::string_view text);

}  // namespace makemore::cli
