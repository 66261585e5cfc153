// Decimal digits to a number, exactly.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace makemore {

/// Nothing but digits 0 to 9, at least one, up to 2^64 - 1.
[[nodiscard]] constexpr std::optional<std::uint64_t> parse_whole_number(std::string_view text) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (value > (most - digit) / 10) {
            return std::nullopt;
        }
        value = value * 10 + digit;
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace makemore
