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

/// Masks for the bytes of a name of 0 to 16 in its first two words, and from a table: a shift by 64
/// is none, and processors guess a branch on a name's length wrongly.
template <std::size_t word>
consteval std::array<std::uint64_t, 17> masks_of_word() {
    std::array<std::uint64_t, 17> masks{};
    for (std::size_t count = 8 * word + 1; count < masks.size(); ++count) {
        masks[count] = masks[count - 1] << 8U | 0xFFU;
    }
    return masks;
}
template <std::size_t word>
inline constexpr std::array<std::uint64_t, 17> bytes_in_word = masks_of_word<word>();

/// The first 16 bytes of a name, those behind its end zero. Precondition: they can be read.
[[nodiscard]] inline std::array<std::uint64_t, 2> first_words(const std::uint8_t* name,
                                                              std::size_t length) noexcept {
    const std::size_t count = std::min<std::size_t>(length, 16);
    return {load_word(name) & bytes_in_word<0>[count],
            load_word(name + 8) & bytes_in_word<1>[count]};
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
    const auto [first, second] = first_words(name, length);
    return mix(hash ^ first, second);
}

}  // namespace makemore
