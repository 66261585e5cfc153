// Bytes before they are lines: other kinds of files, other encodings, and what a door does to text.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "makemore/utf8.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::bytes_of;
using makemore::test::read;

namespace {

using namespace std::string_literals;

// ASCII to lower case: what a Unicode library does, as far as these tests need it.
TextTransform folding() {
    return {.apply =
                [](std::string_view text) {
                    std::string folded(text);
                    std::ranges::transform(folded, folded.begin(), [](char c) {
                        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                    });
                    return folded;
                },
            .changes_case = true};
}

std::string message_of(const Result<Corpus>& read) { return read ? "" : read.error().message; }

}  // namespace

TEST_CASE("what is not text is refused by what it is") {
    const std::vector<std::pair<std::string, std::string_view>> files{
        {"\x89PNG\r\n\x1A\n\0\0"s, "a PNG image"},
        {"PK\3\4....[Content_Types].xml", "an Office document"},
        {"PK\3\4....mimetypeapplication/epub+zip", "an e-book"},
        {"PK\5\6........", "a ZIP archive"},
        {"BZh91AY\1\2", "a bzip2 archive"},
        {"\xFF\xFE\0\0a\0\0\0"s, "UTF-32"},
        {"<!DOCTYPE HTML><title>Names</title>", "a web page"},
        {"<?xml version='1.0'?>", "an XML document"},
    };
    for (const auto& [start, kind] : files) {
        CAPTURE(kind);
        CHECK(message_of(read(start)).contains(kind));
        // Long enough to be seen at once, or with the second piece.
        const std::string whole = start + std::string(1'000, 'x');
        CHECK(message_of(read(whole)).contains(kind));
        CHECK(message_of(read(whole, {}, 300)).contains(kind));
    }
    CHECK(message_of(read("a\0v\0a\0\n\0"s)).contains("UTF-16 without a byte order mark"));
}

TEST_CASE("names that begin as other files do are names") {
    CHECK(read("BZh\nava\n"));
    CHECK(read("ID3\nOggS\n"));
    CHECK(read("html\n<html\n"));
}

TEST_CASE("UTF-16 and Windows-1252 are read as what they are") {
    const std::u32string letters = U"Zoë€";
    const std::string sorted = "Zo\xEB\x80\n";
    const auto windows = read(sorted, {.encoding = Encoding::windows_1252});
    REQUIRE(windows);
    std::u32string characters = letters;
    std::ranges::sort(characters);
    CHECK(windows->vocabulary.characters() == characters);
    CHECK(encoding_name(windows->report.encoding) == "Windows-1252"s);

    const auto little = read("\xFF\xFEZ\0o\0\xEB\0\xAC\x20\n\0"s);
    REQUIRE(little);
    CHECK(little->vocabulary.characters() == characters);
    CHECK(encoding_name(little->report.encoding) == "UTF-16 (little-endian)"s);

    const auto big = read("\xFE\xFF\0Z\0o\0\xEB\x20\xAC\0\n"s);
    REQUIRE(big);
    CHECK(big->vocabulary.characters() == characters);
    CHECK(encoding_name(big->report.encoding) == "UTF-16 (big-endian)"s);
    CHECK(encoding_name(Encoding::utf8) == "UTF-8"s);
}

TEST_CASE("half a character of UTF-16 is refused behind what was read") {
    for (const auto& half : {"\xFF\xFE\n\0a\0\x3D\xD8v\0"s, "\xFF\xFE\n\0a\0\x00\xDCv\0"s}) {
        for (const bool folds : {false, true}) {
            const auto refused = read(half, {.transform = folds ? folding() : TextTransform{}});
            REQUIRE_FALSE(refused);
            CHECK(refused.error().message.contains("surrogate"));
            CHECK(refused.error().line == 2);
            CHECK(refused.error().column == 2);
        }
    }
    const auto nul = read("\xFF\xFE\n\0a\0\0\0"s);
    REQUIRE_FALSE(nul);
    CHECK(nul.error().message.contains("NUL"));
    CHECK(nul.error().line == 2);
    // What comes before it is told first, though it waited to be folded.
    const auto earlier = read("\xFF\xFE\n\0\0\0\x3D\xD8v\0"s, {.transform = folding()});
    REQUIRE_FALSE(earlier);
    CHECK(earlier.error().message.contains("NUL"));
}

TEST_CASE("a list is transformed line by line, however it is cut") {
    const std::string text = "AVA\nava\r\nEVE\n\nEve";
    for (const std::size_t piece : {1U, 4U, 1'000U}) {
        const auto corpus = read(text, {.transform = folding()}, piece);
        REQUIRE(corpus);
        CHECK(corpus->vocabulary.characters() == U"aev");
        CHECK(corpus->report.names == 4);
        CHECK(corpus->report.distinct_names == 2);
    }
}

TEST_CASE("an error is placed the same with and without a transform") {
    const std::vector<std::string> wrong{"Ava\nE\xFFve\nMia\n", "Ava\nE\0ve\n"s, "Ava\nE\0"s,
                                         "Ava\n" + std::string(1'100'000, 'X') + "\nEve\n"};
    for (const auto& text : wrong) {
        for (const std::size_t piece : {5U, 2'000'000U}) {
            const auto plain = read(text, {}, piece);
            const auto folded = read(text, {.transform = folding()}, piece);
            REQUIRE_FALSE(plain);
            REQUIRE_FALSE(folded);
            CHECK(folded.error().message == plain.error().message);
            CHECK(folded.error().line == plain.error().line);
            CHECK(folded.error().column == plain.error().column);
        }
    }
}

TEST_CASE("a line too long to be transformed passes as it is") {
    const std::string spaces(2'500'000, ' ');
    const auto corpus = read(spaces + "A\nB\n", {.transform = folding()}, 700'000);
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.characters() == U"Ab");
    const auto refused = read(spaces + "\0\nB\n"s, {.transform = folding()}, 700'000);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().column == spaces.size() + 1);
}

TEST_CASE("how many names a transform leaves apart is known where the names are") {
    NameSet names;
    for (int number = 0; number < 5'000; ++number) {
        names.insert("Ava" + std::to_string(number));
        names.insert("ava" + std::to_string(number));
    }
    CHECK(distinct_transformed(names, folding()) == 5'000);
    CHECK(distinct_transformed(NameSet(0), folding()) == std::nullopt);
}

TEST_CASE("a list of too many different characters is refused wherever the last one stands") {
    std::string most;
    for (char32_t c = 0x4E00; c < 0x4E00 + most_characters; ++c) {
        append_utf8(most, c);
        most += '\n';
    }
    REQUIRE(read(most));
    const std::string rest(100, '\n');
    for (const std::string_view last : {"a\n", "abe\n", "\u00E9\n", "\u00E9 b\n"}) {
        std::string list = most;
        list.append(last).append("more names than sixteen bytes\n").append(rest);
        const auto refused = read(list);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().line == most_characters + 1);
    }
}

TEST_CASE("a reader goes on where it was moved to") {
    CorpusReader first;
    REQUIRE(first.feed(bytes_of("ava\ne")));
    CorpusReader second(std::move(first));
    REQUIRE(second.feed(bytes_of("ve\n")));
    first = std::move(second);
    const auto corpus = first.finish();
    REQUIRE(corpus);
    CHECK(corpus->vocabulary.characters() == U"aev");
}
