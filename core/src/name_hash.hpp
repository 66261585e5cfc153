// The hash of a name, sixteen bytes at a time: what the reader's inner loop and the set agree on.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace makemore {

/// Eight bytes as a number, the first byte lowest.
[[nodiscard]] inline std::uint64_t load_word(const std::uint8_t* bytes) noexcept {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// The first `count` bytes of a word, the others zero. From a table, for a shift by 64 is none, and
/// a branch on a name's length is one that processors guess wrongly.
[[nodiscard]] inline std::uint64_t low_bytes(std::uint64_t word, std::ptrdiff_t count) noexcept {
    static constexpr std::size_t before = 16;
    static constexpr auto masks = [] {
        std::array<std::uint64_t, before + 25> table{};
        for (std::size_t i = 1; i < table.size() - before; ++i) {
            table[before + i] = i < 8 ? (std::uint64_t{1} << (8 * i)) - 1 : ~std::uint64_t{0};
        }
        return table;
    }();
    return word & masks[static_cast<std::size_t>(count + std::ptrdiff_t{before})];
}

/// Precondition: sixteen bytes can be read behind the name.
[[nodiscard]] inline std::uint64_t hash_name(const std::uint8_t* name,
                                             std::size_t length) noexcept {
    constexpr std::uint64_t first_multiplier = 0x9E37'79B9'7F4A'7C15U;
    constexpr std::uint64_t second_multiplier = 0xBF58'476D'1CE4'E5B9U;
    const auto mix = [](std::uint64_t first, std::uint64_t second) {
        const std::uint64_t sum =
            first * first_multiplier + std::rotl(second * second_multiplier, 32);
        return (sum ^ (sum >> 29U)) * second_multiplier;
    };
    std::uint64_t hash = 0;
    for (; length > 16; length -= 16, name += 16) {
        hash = mix(hash ^ load_word(name), load_word(name + 8));
    }
    const auto rest = static_cast<std::ptrdiff_t>(length);
    return mix(hash ^ low_bytes(load_word(name), rest), low_bytes(load_word(name + 8), rest - 8));
}

}  // namespace makemore
