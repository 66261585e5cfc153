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

namespace {

bool is_one_scalar_value(const std::string& bytes) {
    const auto decoded = decode_utf8(bytes);
    return decoded && decoded->size() == 1 && encode_utf8(*decoded) == bytes;
}

// How many of the given last bytes make a whole code point of `start`.
int endings(const std::string& start, unsigned first, unsigned last) {
    int count = 0;
    for (unsigned byte = first; byte <= last; ++byte) {
        count += is_one_scalar_value(start + static_cast<char>(byte)) ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE("exactly the sequences that encode a scalar value are valid") {
    // Whatever decodes must encode back to the same bytes, and the number of those must be that of
    // the scalar values of that length. Third and fourth bytes are tried a little past their range.
    int two = 0;
    int three = 0;
    int four = 0;
    for (unsigned a = 0x80; a < 0x100; ++a) {
        const std::string lead(1, static_cast<char>(a));
        two += endings(lead, 0, 0xFF);
        for (unsigned b = 0; b < 0x100; ++b) {
            const std::string pair = lead + static_cast<char>(b);
            three += endings(pair, 0x7F, 0xC1);
            if (a >= 0xEF) {
                // The last two bytes are independent: one third byte stands for all 64.
                four += endings(pair + '\x80', 0x7F, 0xC1) * 64;
            }
        }
    }
    CHECK(two == 0x800 - 0x80);
    CHECK(three == 0x10000 - 0x800 - 0x800);
    CHECK(four == 0x100000);
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
