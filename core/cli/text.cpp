// Numbers and characters as text.
#include "text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace makemore::cli {
namespace {

// Every code point has exactly one byte that is not a continuation byte.
std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

bool shows(char32_t character) {
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0);
    const bool space = character == U' ' || character == 0xA0 || character == 0x1680 ||
                       (character >= 0x2000 && character <= 0x200F) ||
                       (character >= 0x2028 && character <= 0x202F) ||
                       (character >= 0x205F && character <= 0x206F) || character == 0x3000 ||
                       character == 0xFEFF;
    return !control && !space;
}

std::string code_point_name(char32_t character) {
    std::array<char, 8> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   static_cast<std::uint32_t>(character), 16);
    std::string hexadecimal(digits.data(), end.ptr);
    std::ranges::transform(hexadecimal, hexadecimal.begin(), [](char digit) {
        return digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
    });
    if (hexadecimal.size() < 4) {
        hexadecimal.insert(0, 4 - hexadecimal.size(), '0');
    }
    return "U+" + hexadecimal;
}

}  // namespace

std::string real_text(double value) {
    if (std::isinf(value)) {
        return value > 0 ? "infinity" : "-infinity";
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return {digits.data(), end.ptr};
}

std::string grouped(std::uint64_t value) {
    std::string digits = std::to_string(value);
    for (std::size_t position = digits.size(); position > 3;) {
        position -= 3;
        digits.insert(position, 1, ',');
    }
    return digits;
}

std::string bytes_text(std::uint64_t bytes) {
    if (bytes < 1'000) {
        return std::to_string(bytes) + " B";
    }
    constexpr std::array<std::string_view, 6> units{" kB", " MB", " GB", " TB", " PB", " EB"};
    double scaled = static_cast<double>(bytes) / 1e3;
    std::size_t unit = 0;
    while (scaled >= 999.95 && unit + 1 < units.size()) {
        scaled /= 1e3;
        ++unit;
    }
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), scaled,
                                   std::chars_format::fixed, 1);
    return std::string(digits.data(), end.ptr) + std::string(units[unit]);
}

std::string counted(std::uint64_t number, std::string_view noun) {
    return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string visible(const Vocabulary& vocabulary, Token token) {
    if (token == boundary) {
        return ".";
    }
    const char32_t character = vocabulary.character(token);
    if (character == U'.') {
        return "'.'";
    }
    return shows(character) ? vocabulary.label(token) : code_point_name(character);
}

std::string harmless(std::string_view text) {
    std::string result(text);
    std::ranges::replace_if(
        result, [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == '\x7F'; },
        '?');
    return result;
}

std::string pad_right(std::string text, std::size_t width) {
    const std::size_t length = code_points(text);
    return length < width ? text.append(width - length, ' ') : text;
}

std::string pad_left(std::string text, std::size_t width) {
    const std::size_t length = code_points(text);
    return length < width ? text.insert(0, width - length, ' ') : text;
}

}  // namespace makemore::cli
