#include "text_decoder.hpp"

#include <array>
#include <utility>

#include "makemore/utf8.hpp"

namespace makemore {

namespace {

// 0x80 to 0x9F; the rest is as in Latin-1. From the index windows-1252 of the Encoding Standard.
constexpr std::array<char16_t, 32> windows_1252_characters{
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

}  // namespace

TextDecoder::Decoded TextDecoder::feed(std::span<const std::uint8_t> bytes, std::string& text) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint8_t byte = bytes[i];
        if (encoding_ == Encoding::windows_1252) {
            append_utf8(text, byte >= 0x80 && byte < 0xA0 ? windows_1252_characters[byte - 0x80U]
                                                          : char32_t{byte});
            continue;
        }
        if (!std::exchange(half_, !half_)) {
            first_byte_ = byte;
            continue;
        }
        const std::uint32_t unit = encoding_ == Encoding::utf16_le
                                       ? first_byte_ | static_cast<std::uint32_t>(byte) << 8U
                                       : static_cast<std::uint32_t>(first_byte_) << 8U | byte;
        if (const Problem problem = take_unit(unit, text); problem != Problem::none) {
            return {i + 1, problem};
        }
    }
    return {bytes.size()};
}

TextDecoder::Problem TextDecoder::take_unit(std::uint32_t unit, std::string& text) {
    if (high_surrogate_ != 0) {
        if (!is_low_surrogate(unit)) {
            return Problem::unpaired_surrogate;
        }
        const std::uint32_t high = std::exchange(high_surrogate_, 0);
        append_utf8(text, 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
        return Problem::none;
    }
    if (is_low_surrogate(unit)) {
        return Problem::unpaired_surrogate;
    }
    if (is_high_surrogate(unit)) {
        high_surrogate_ = unit;
    } else {
        append_utf8(text, unit);
    }
    return Problem::none;
}

TextDecoder::Problem TextDecoder::finish() const noexcept {
    return half_ || high_surrogate_ != 0 ? Problem::cut : Problem::none;
}

}  // namespace makemore
