// The hash of a name, eight bytes at a time: what the reader's inner loop and the set agree on.
#pragma once

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

/// The first `count` bytes of a word, the others zero. Precondition: count < 8.
[[nodiscard]] inline std::uint64_t low_bytes(std::uint64_t word, std::size_t count) noexcept {
    return word & ((std::uint64_t{1} << (8 * count)) - 1);
}

inline constexpr std::uint64_t hash_multiplier = 0x9E37'79B9'7F4A'7C15U;

/// Takes the next whole word of a name into its hash.
[[nodiscard]] inline std::uint64_t hash_step(std::uint64_t hash, std::uint64_t word) noexcept {
    const std::uint64_t product = (hash ^ word) * hash_multiplier;
    return product ^ (product >> 32U);
}

/// Takes the last, partial word (perhaps of no byte) and the length.
[[nodiscard]] inline std::uint64_t hash_end(std::uint64_t hash, std::uint64_t word,
                                            std::size_t length) noexcept {
    return hash_step(hash, word + length) * hash_multiplier;
}

/// Precondition: seven bytes can be read behind the name.
[[nodiscard]] inline std::uint64_t hash_name(const std::uint8_t* name,
                                             std::size_t length) noexcept {
    std::uint64_t hash = 0;
    std::size_t done = 0;
    for (; done + 8 <= length; done += 8) {
        hash = hash_step(hash, load_word(name + done));
    }
    return hash_end(hash, low_bytes(load_word(name + done), length - done), length);
}

}  // namespace makemore
