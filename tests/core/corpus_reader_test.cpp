#include "makemore/corpus_reader.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "makemore/utf8.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::bytes_of;
using makemore::test::read;

TEST_CASE("a list is counted as the definition says") {
    const auto corpus = read("ava\nabe\nava\n");
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.characters() == U"abev");
    CHECK(corpus->report.names == 3);
    CHECK(corpus->report.distinct_names == 2);
    CHECK(corpus->report.shortest == 3);
    CHECK(corpus->report.longest == 3);
    CHECK(corpus->counts.total() == 12);
    CHECK(corpus->counts.at(boundary, 1) == 3);  // .a
    CHECK(corpus->counts.at(1, 4) == 2);         // av
    CHECK(corpus->counts.at(1, boundary) == 2);  // a.
    CHECK(corpus->counts.at(2, 3) == 1);         // be
    CHECK(corpus->counts.at(3, boundary) == 1);  // e.
    CHECK(corpus->counts.at(4, 4) == 0);
}

TEST_CASE("line ends, a byte order mark, white space and blank lines do not change the counts") {
    const auto plain = read("ava\nan na\n한\n");
    const auto text = GENERATE(as<std::string>{}, "ava\nan na\n한", "ava\r\nan na\r\n한\r\n",
                               "\xEF\xBB\xBF"
                               "ava\nan na\n한\n",
                               "  ava\t\n\n \t\r\n\u00A0an na\u3000\n\u2003한\u2028\n\n");
    const auto corpus = read(text);
    REQUIRE(plain);
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.characters() == U" anv한");
    CHECK(std::ranges::equal(corpus->counts.cells(), plain->counts.cells()));
    CHECK(corpus->report.names == 3);
    CHECK(corpus->report.shortest == 1);
    CHECK(corpus->report.longest == 5);
}

TEST_CASE("a byte order mark counts as such only at the start") {
    const auto corpus = read("a\n\uFEFFb\n");
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.characters() == U"ab\uFEFF");
}

TEST_CASE("a full stop in the data is not the boundary") {
    const auto corpus = read("a.b\n");
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.size() == 4);
    CHECK(corpus->counts.at(boundary, 2) == 1);
    CHECK(corpus->counts.at(2, 1) == 1);
    CHECK(corpus->counts.at(1, 3) == 1);
    CHECK(corpus->counts.at(1, boundary) == 0);
}

TEST_CASE("the pieces may be cut anywhere") {
    const std::string text =
        "\xEF\xBB\xBF"
        "Zoë\r\n  Ægir \n\n한국\r\n😀.\nZoë";
    const auto whole = read(text);
    REQUIRE(whole);
    for (std::size_t first = 0; first <= text.size(); ++first) {
        for (std::size_t second = first; second <= text.size(); ++second) {
            CorpusReader reader;
            const auto bytes = bytes_of(text);
            REQUIRE(reader.feed(bytes.first(first)));
            REQUIRE(reader.feed(bytes.subspan(first, second - first)));
            REQUIRE(reader.feed(bytes.subspan(second)));
            const auto corpus = reader.finish();
            REQUIRE(corpus);
            REQUIRE(corpus->vocabulary.characters() == whole->vocabulary.characters());
            REQUIRE(std::ranges::equal(corpus->counts.cells(), whole->counts.cells()));
            REQUIRE(corpus->report.names == 5);
            REQUIRE(corpus->report.distinct_names == 4);
        }
    }
}

TEST_CASE("what is not a list is refused, with its place") {
    struct Case {
        std::string text;
        std::uint64_t line;
        std::uint64_t column;
        std::string_view says;
    };
    using namespace std::string_literals;
    for (const auto& [text, line, column, says] :
         {Case{"", 0, 0, "empty"}, Case{"\n \r\n\t\n", 0, 0, "blank"},
          Case{"\xEF\xBB\xBF", 0, 0, "blank"}, Case{"ava\nem\0a\n"s, 2, 3, "NUL"},
          Case{"ava\nZo\xEB\n", 2, 3, "0xEB 0x0A (byte 7) is not valid UTF-8"},
          Case{"ava\n\n  é\xFF", 3, 4, "0xFF (byte 10) is not valid UTF-8"},
          Case{"\xED\xA0\x80", 1, 1, "0xED 0xA0 (byte 1)"}, Case{"ava\nzo\xC3", 2, 3, "middle"},
          Case{"ava\n" + std::string(1'001, 'x'), 2, 1'001, "longer than 1000"},
          Case{std::string(900, 'x') + std::string(200, ' ') + "x", 1, 1'101, "longer"}}) {
        const auto corpus = read(text);
        REQUIRE_FALSE(corpus);
        CAPTURE(describe(corpus.error()));
        CHECK(corpus.error().line == line);
        CHECK(corpus.error().column == column);
        CHECK(corpus.error().message.find(says) != std::string::npos);
    }
}

TEST_CASE("a reader that has failed keeps its failure") {
    CorpusReader reader;
    // The first 512 bytes wait until it is seen what kind of file they begin.
    const std::string bad = "ava\n\xFF" + std::string(512, '\n');
    REQUIRE_FALSE(reader.feed(bytes_of(bad)));
    const auto again = reader.feed(bytes_of("more\n"));
    REQUIRE_FALSE(again);
    CHECK(again.error().line == 2);
    const auto finished = reader.finish();
    REQUIRE_FALSE(finished);
    CHECK(finished.error().line == 2);
}

TEST_CASE("the longest name and the largest alphabet are still read") {
    const std::string spaced =
        std::string(3'000, ' ') + std::string(longest_name, 'x') + std::string(3'000, ' ') + '\n';
    const auto longest = read(spaced);
    REQUIRE(longest);
    CHECK(longest->report.longest == longest_name);

    std::string list;
    std::u32string characters;
    for (std::size_t i = 0; i < most_characters; ++i) {
        characters.push_back(static_cast<char32_t>(0xAC00 + most_characters - i));
        list += encode_utf8(characters.substr(i)) + '\n';
    }
    const auto largest = read(list);
    REQUIRE(largest);
    CHECK(largest->vocabulary.size() == most_characters + 1);
    CHECK(largest->counts.total() == 2 * most_characters);
    // Read in falling order, so the renumbering reverses every token.
    for (std::size_t i = 0; i < most_characters; ++i) {
        const auto token = largest->vocabulary.token(characters[i]);
        REQUIRE(token == static_cast<Token>(most_characters - i));
        REQUIRE(largest->counts.at(boundary, *token) == 1);
        REQUIRE(largest->counts.at(*token, boundary) == 1);
    }
    const auto too_many = read(list + "a\n");
    REQUIRE_FALSE(too_many);
    CHECK(too_many.error().line == most_characters + 1);
}

TEST_CASE("a CR at the end of a piece may be half of a line end") {
    const std::string piece = std::string(600, '\n') + "Zoë\r";
    for (const std::string_view rest : {"\nEve", "Eve"}) {
        const auto corpus = read(piece + std::string(rest), {}, piece.size());
        REQUIRE(corpus);
        CHECK(corpus->report.names == 2);
        CHECK(corpus->report.blank_lines.count == 600);
    }
}
