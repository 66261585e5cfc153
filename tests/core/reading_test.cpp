// Lists against a slow, plain reading of the same bytes, whole and in pieces.
#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "makemore/corpus_reader.hpp"
#include "makemore/utf8.hpp"
#include "makemore/white_space.hpp"
#include "plain_reading.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::bytes_of;
using makemore::test::difference;
using makemore::test::Plain;
using makemore::test::plain_reading;
using makemore::test::read;

namespace {

Result<Corpus> read_in_pieces(std::string_view text, std::mt19937& random, std::size_t longest) {
    CorpusReader reader;
    while (!text.empty()) {
        const std::size_t length = std::min<std::size_t>(random() % (longest + 1), text.size());
        // A copy of its own, so that reading past its end is seen.
        const std::vector<std::uint8_t> piece(text.begin(),
                                              text.begin() + static_cast<std::ptrdiff_t>(length));
        if (const auto fed = reader.feed(piece); !fed) {
            return std::unexpected(fed.error());
        }
        text.remove_prefix(length);
    }
    return reader.finish();
}

std::string random_list(std::mt19937& random) {
    const std::vector<std::string> parts{"a",  "b",      "emma",       "olivia-rose", "anne marie",
                                         "é",  "한국",   "\U0001F600", "\n",          "\n",
                                         "\n", "\n",     "\r\n",       "\r",          " ",
                                         "\t", "\u00A0", "x\x01",      "Z",           "\u3000"};
    const std::size_t kinds = random() % parts.size() + 1;
    std::string text = random() % 5 == 0 ? "\xEF\xBB\xBF" : "";
    const std::size_t length = random() % 2'000;
    for (std::size_t i = 0; i < length; ++i) {
        text += random() % 3 == 0 ? "\n" : parts[random() % kinds];
    }
    return text + "ava";
}

// Whether the reader takes these bytes, between others, just where the decoder finds a name in
// them.
bool taken_as_decoded(const std::string& bytes) {
    const auto decoded = decode_utf8(bytes);
    if (decoded && std::ranges::any_of(*decoded, is_white_space)) {
        return true;
    }
    const bool name = decoded && std::ranges::none_of(*decoded, [](char32_t c) {
                          return c == 0 || makemore::test::control(c);
                      });
    // With text behind, where whole lines are taken, and at the end, byte by byte.
    const std::array texts{
        "ab" + bytes + "\nmore names than sixteen bytes\n" + std::string(600, '\n'),
        std::string(600, '\n') + "ab" + bytes};
    return std::ranges::all_of(texts, [name](const std::string& text) {
        const auto corpus = read(text);
        return name == (corpus && corpus->report.control_lines.count == 0);
    });
}

}  // namespace

TEST_CASE("any cutting gives what a plain reading gives") {
    std::mt19937 random(5);
    for (int round = 0; round < 150; ++round) {
        const std::string text = random_list(random);
        const Plain plain = plain_reading(text);
        if (plain.names.empty()) {
            continue;
        }
        for (const std::size_t longest : {1U, 3U, 40U, 5'000U}) {
            const auto corpus = read_in_pieces(text, random, longest);
            REQUIRE(corpus);
            REQUIRE(difference(*corpus, plain).value_or("nothing") == "nothing");
        }
    }
}

TEST_CASE("an error is the same however the text is cut") {
    std::mt19937 random(6);
    for (int round = 0; round < 200; ++round) {
        std::string text = random_list(random);
        const std::vector<std::string> wrong{
            "\xFF",    "\xC3", std::string(1, '\0'), "\xED\xA0\x80", std::string(1'001, 'q'),
            "\xF4\x90"};
        text.insert(random() % text.size(), wrong[random() % wrong.size()]);
        const auto whole = read(text);
        const auto pieces = read_in_pieces(text, random, 30);
        REQUIRE(whole.has_value() == pieces.has_value());
        if (!whole) {
            REQUIRE(describe(whole.error()) == describe(pieces.error()));
            REQUIRE(whole.error().byte == pieces.error().byte);
        }
    }
}

TEST_CASE("the reader takes exactly the UTF-8 that the decoder takes") {
    for (unsigned a = 0x80; a < 0x100; ++a) {
        for (unsigned b = 0; b < 0x100; b += b < 0x7E ? 9 : 1) {
            const std::string two{static_cast<char>(a), static_cast<char>(b)};
            CAPTURE(a, b);
            REQUIRE(taken_as_decoded(two));
        }
    }
}

TEST_CASE("the reader takes exactly the longer UTF-8 that the decoder takes") {
    for (unsigned a = 0xE0; a < 0x100; ++a) {
        for (unsigned b = 0; b < 0x100; b += 16) {
            const std::string two{static_cast<char>(a), static_cast<char>(b)};
            for (const char c : {'\x7F', '\x80', '\xBF', '\xC0'}) {
                CAPTURE(a, b, c);
                REQUIRE(taken_as_decoded(two + c));
                REQUIRE(taken_as_decoded(two + c + '\x80'));
                REQUIRE(taken_as_decoded(two + '\x80' + c));
            }
        }
    }
}

TEST_CASE("the report tells lengths, examples, lone characters and skipped lines") {
    const auto corpus = read("eve\n\nolivia\nx\x01y\nava\n \nlea\n");
    REQUIRE(corpus);
    const CorpusReport& report = corpus->report;
    CHECK(report.lines == 7);
    CHECK(report.lengths == std::vector<std::uint64_t>{0, 0, 0, 3, 0, 0, 1});
    CHECK(report.shortest_name == "eve");
    CHECK(report.longest_name == "olivia");
    CHECK(report.blank_lines.first == std::vector<std::uint64_t>{2, 6});
    CHECK(report.control_lines.first == std::vector<std::uint64_t>{4});
    REQUIRE(report.lone_characters.size() == 1);
    CHECK(report.lone_characters[0].character == U'o');
    CHECK(report.lone_characters[0].line == 3);
}

TEST_CASE("lines skipped beyond the first ten are counted only") {
    const auto corpus = read(std::string(1'000, '\n') + "ava\n");
    REQUIRE(corpus);
    CHECK(corpus->report.blank_lines.count == 1'000);
    CHECK(corpus->report.blank_lines.first.size() == SkippedLines::most_numbers);
}

TEST_CASE("a list with more distinct names than the bound is read all the same") {
    std::string text;
    for (int i = 0; i < 50'000; ++i) {
        text += "name" + std::to_string(i) + "\n";
    }
    CorpusReader reader({.most_set_bytes = 200'000});
    REQUIRE(reader.feed(bytes_of(text)));
    const auto corpus = reader.finish();
    REQUIRE(corpus);
    CHECK(corpus->report.names == 50'000);
    CHECK_FALSE(corpus->report.distinct_exact);
    CHECK(corpus->report.distinct_names < 50'000);
    CHECK(corpus->names.bytes() <= 200'000);
    CHECK(corpus->names.contains("name0") == true);
    CHECK(corpus->names.contains("name49999") == std::nullopt);
    CHECK(corpus->sample.names().size() == NameSample::default_size);
    CHECK(std::ranges::equal(corpus->counts.cells(), read(text)->counts.cells()));
    const auto distinct = distinct_counts(*corpus);
    REQUIRE_FALSE(distinct);
    CHECK(distinct.error().message.find("more distinct names") != std::string::npos);
}

TEST_CASE("a bound below the first name leaves the set empty, and the list is read") {
    CorpusReader reader({.most_set_bytes = 1});
    std::string text;
    for (int i = 0; i < 100; ++i) {
        text += "name" + std::to_string(i) + "\n";
    }
    REQUIRE(reader.feed(bytes_of(text)));
    const auto corpus = reader.finish();
    REQUIRE(corpus);
    CHECK(corpus->report.names == 100);
    CHECK_FALSE(corpus->report.distinct_exact);
    CHECK(corpus->names.size() == 0);
    CHECK(corpus->names.contains("name0") == std::nullopt);
}

TEST_CASE("the counts of the distinct names are those of a list without duplicates") {
    const auto corpus = read("zoë\nava\nzoë\nava\nava\n한국\n");
    const auto once = read("zoë\nava\n한국\n");
    REQUIRE(corpus);
    REQUIRE(once);
    const auto distinct = distinct_counts(*corpus);
    REQUIRE(distinct);
    CHECK(std::ranges::equal(distinct->cells(), once->counts.cells()));
}

TEST_CASE("UTF-16 is converted wherever it is cut, and half a pair refused") {
    const std::u16string text = u"\uFEFFZoë\r\n한국\n\U0001F600\n";
    std::string little;
    std::string big;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFFU);
        const char high = static_cast<char>(unit >> 8U);
        little += {low, high};
        big += {high, low};
    }
    const auto want = read("Zoë\n한국\n\U0001F600\n");
    std::mt19937 random(7);
    for (const std::string& bytes : {little, big}) {
        for (int round = 0; round < 50; ++round) {
            const auto corpus = read_in_pieces(bytes, random, 5);
            REQUIRE(corpus);
            CHECK(corpus->vocabulary.characters() == want->vocabulary.characters());
            CHECK(std::ranges::equal(corpus->counts.cells(), want->counts.cells()));
            CHECK(corpus->report.bytes == bytes.size());
        }
    }
    using namespace std::string_literals;
    const auto lone = read(
        "\xFF\xFE"
        "a\0\n\0b\0\x00\xDC"s);
    REQUIRE_FALSE(lone);
    CHECK(lone.error().line == 2);
    CHECK(lone.error().column == 2);
    CHECK(lone.error().byte == 10);
    const auto cut = read(
        "\xFF\xFE"
        "a\0b"s);
    REQUIRE_FALSE(cut);
    CHECK(cut.error().message.find("cut off") != std::string::npos);
}

TEST_CASE("a transform is asked about blocks of whole lines that may change, and only those") {
    std::mt19937 random(8);
    for (int round = 0; round < 30; ++round) {
        const std::string text = random_list(random);
        std::string asked;
        bool whole_lines = true;
        // Stands in for a Unicode library: the length in bytes changes, the lines do not.
        const auto apply = [&](std::string_view block) {
            asked += block;
            whole_lines = whole_lines &&
                          (text.ends_with(block) || block.ends_with('\n') || block.ends_with('\r'));
            std::u32string characters = *decode_utf8(block);
            std::ranges::replace(characters, U'한', U'h');
            return encode_utf8(characters);
        };
        CorpusReader reader({.transform = {apply, false}});
        std::string_view rest = text;
        bool fed = true;
        while (fed && !rest.empty()) {
            const std::size_t length = std::min<std::size_t>(random() % 200 + 1, rest.size());
            fed = reader.feed(bytes_of(rest.substr(0, length))).has_value();
            rest.remove_prefix(length);
        }
        const auto corpus = reader.finish();
        const auto want = read(encode_utf8([&] {
            std::u32string characters = *decode_utf8(text);
            std::ranges::replace(characters, U'한', U'h');
            return characters;
        }()));
        REQUIRE(corpus.has_value() == want.has_value());
        CHECK(whole_lines);
        if (want) {
            CHECK(corpus->vocabulary.characters() == want->vocabulary.characters());
            CHECK(std::ranges::equal(corpus->counts.cells(), want->counts.cells()));
        }
    }
    bool asked = false;
    CorpusReader reader({.transform = {[&](std::string_view block) {
                                           asked = true;
                                           return std::string(block);
                                       },
                                       false}});
    REQUIRE(reader.feed(bytes_of("zoë\nłódź\n")));
    REQUIRE(reader.finish());
    CHECK_FALSE(asked);
}
