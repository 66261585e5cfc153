// Values of options, read strictly: the whole text, decimal only, within bounds.
// Not left to the parser library, which takes "010" for eight and rounds reals twice.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace makemore::cli {

/// Decimal digits only; nothing for anything else and above 2^64 - 1.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

/// A decimal number such as 50, 0.01, .5 or 1e-3; nothing for anything else or out of a double.
[[nodiscard]] std::optional<double> real_number(std::string_view text);

/// CLI11 would take "[a,b]" for a list of two, and the next argument for the value of "--option=".
/// A NUL at the end, which no argument can hold, keeps both as they are until they are read.
[[nodiscard]] std::string guarded(std::string argument);
[[nodiscard]] std::string unguarded(std::string argument);

}  // namespace makemore::cli
