// The hash of a name, sixteen bytes at a time: what the reader's inner loop and the set agree on.
#pragma once

#include <algorithm>
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

/// The first `count` bytes of a word, the others zero; none of it below 1, all of it from 8 on.
/// Without a branch on a name's length, which processors guess wrongly, and in two shifts, for one
/// by 64 is none.
[[nodiscard]] inline std::uint64_t low_bytes(std::uint64_t word, std::ptrdiff_t count) noexcept {
    const auto unwanted = static_cast<unsigned>(8 - std::clamp<std::ptrdiff_t>(count, 0, 8));
    return word & (~std::uint64_t{0} >> (4 * unwanted) >> (4 * unwanted));
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
