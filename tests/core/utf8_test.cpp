#include "makemore/utf8.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace makemore;

TEST_CASE("every scalar value survives encoding and decoding") {
    for (char32_t value = 0; value <= 0x10FFFF; ++value) {
        if (value == 0xD800) {
            value = 0xE000;
        }
        std::string bytes;
        append_utf8(bytes, value);
        const auto decoded = decode_utf8(bytes);
        if (!decoded || *decoded != std::u32string(1, value)) {
            FAIL("U+" << std::hex << static_cast<std::uint32_t>(value));
        }
    }
}

TEST_CASE("exactly the sequences that encode a scalar value are valid") {
    // All strings of up to three bytes, and of four with the lead bytes that could start one:
    // whatever decodes must encode back to the same bytes, and the number of those must be that of
    // the scalar values of that length.
    int two = 0;
    int three = 0;
    int four = 0;
    const auto round_trips = [](const std::string& bytes) {
        const auto decoded = decode_utf8(bytes);
        return decoded && decoded->size() == 1 && encode_utf8(*decoded) == bytes;
    };
    for (unsigned a = 0x80; a < 0x100; ++a) {
        for (unsigned b = 0; b < 0x100; ++b) {
            const std::string pair{static_cast<char>(a), static_cast<char>(b)};
            two += round_trips(pair) ? 1 : 0;
            for (unsigned c = 0x7F; c < 0xC2; ++c) {
                const std::string triple = pair + static_cast<char>(c);
                three += round_trips(triple) ? 1 : 0;
                if (a >= 0xEF && c >= 0x80) {
                    for (const unsigned d : {0x7FU, 0x80U, 0xBFU, 0xC0U}) {
                        four += round_trips(triple + static_cast<char>(d)) ? 1 : 0;
                    }
                }
            }
        }
    }
    CHECK(two == 0x800 - 0x80);
    CHECK(three == 0x10000 - 0x800 - 0x800);
    CHECK(four == 0x100000 / 64 * 2);
}

TEST_CASE("malformed UTF-8 is refused where it goes wrong") {
    struct Case {
        std::string bytes;
        std::uint64_t column;
    };
    for (const auto& [bytes, column] :
         {Case{"\xC0\xAF", 1}, Case{"a\xE0\x80\xAF", 2}, Case{"ab\xED\xA0\x80", 3},
          Case{"\xF4\x90\x80\x80", 1}, Case{"\xF5", 1}, Case{"\x80", 1}, Case{"\xFF", 1},
          Case{"\xC3\xA9\xC3", 2}, Case{"\xF0\x9F\x98", 1}, Case{"a\xC3(", 2}}) {
        const auto decoded = decode_utf8(bytes);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().column == column);
    }
}
