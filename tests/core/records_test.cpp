#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "makemore/corpus_reader.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::bytes_of;
using makemore::test::read;

namespace {

Result<Corpus> read_records(std::string_view text, RecordOptions options, std::size_t piece = 1) {
    CorpusReader reader({.records = std::move(options)});
    while (!text.empty()) {
        const std::size_t length = std::min(piece, text.size());
        if (const auto fed = reader.feed(bytes_of(text.substr(0, length))); !fed) {
            return std::unexpected(fed.error());
        }
        text.remove_prefix(length);
    }
    return reader.finish();
}

}  // namespace

TEST_CASE("quotes, separators and line breaks inside fields are read as RFC 4180 has them") {
    const std::string text =
        "\xEF\xBB\xBF"
        "id,\"full name\",n\r\n1,\"Smith, \"\"Al\"\"\",2\r\n\r\n2,\"two\r\nlines\",1\r\n3, Zo\"e "
        ",1";
    const RecordOptions options{.name_column = "full name", .weight_column = "n"};
    const auto want = read("Smith, \"Al\"\nSmith, \"Al\"\ntwo lines\nZo\"e\n");
    for (const std::size_t piece : {1U, 2U, 7U, 1'000U}) {
        const auto corpus = read_records(text, options, piece);
        REQUIRE(corpus);
        CHECK(corpus->vocabulary.characters() == want->vocabulary.characters());
        CHECK(std::ranges::equal(corpus->counts.cells(), want->counts.cells()));
        CHECK(corpus->report.names == 4);
        CHECK(corpus->report.distinct_names == 3);
        CHECK(corpus->report.blank_lines.first == std::vector<std::uint64_t>{3});
    }
}

TEST_CASE("weights count exactly, up to what a double holds") {
    const RecordOptions options{
        .separator = ',', .has_header = false, .weight_column = std::size_t{1}};
    const auto most = read_records("ava,9007199254740990\neve,0\nava,1\n", options);
    REQUIRE(most);
    CHECK(most->report.names == most_names);
    CHECK(most->report.distinct_names == 1);
    CHECK(most->report.zero_weights.first == std::vector<std::uint64_t>{2});
    CHECK(most->counts.row_total(boundary) == most_names);
    for (const std::string_view text :
         {"a,1\nava,9007199254740991\n", "a,1\nava,-1\n", "a,1\nava,1.5\n", "a,1\nava,\n",
          "a,1\nava,18446744073709551616\n", "a,1\nava\n", "a,1\nava,\"1,000\"\n"}) {
        const auto refused = read_records(text, options);
        CAPTURE(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().line == 2);
    }
}

TEST_CASE("a table of names and counts is seen for what it is") {
    const auto births = preview_records("Emma,F,20355\nOlivia,F,19\nLiam,M,3\n", true);
    REQUIRE(births);
    CHECK(births->separator == ',');
    CHECK(births->columns == 3);
    CHECK_FALSE(births->has_header);
    CHECK(births->name_column == 0);
    CHECK(births->weight_column == 2);

    const auto ranked =
        preview_records("Rank\tYear\tName\tBirths\n1\t1999\tEmma\t70\n2\t1999\tMia\t65\n", true);
    REQUIRE(ranked);
    CHECK(ranked->separator == '\t');
    CHECK(ranked->has_header);
    CHECK(ranked->name_column == 2);
    CHECK(ranked->weight_column == 3);
    CHECK(ranked->rows.size() == 3);

    const auto plain = preview_records("sex;naam\nv;Emma\nv;Mia\nm;Liam\n", true);
    REQUIRE(plain);
    CHECK(plain->has_header);
    CHECK(plain->name_column == 1);
    CHECK_FALSE(plain->weight_column);
}

TEST_CASE("a list of names is not taken for records") {
    CHECK_FALSE(preview_records("ava\neve\nmia\n", true));
    CHECK_FALSE(preview_records("ava\nst. john, anne\nmia\n", true));
    CHECK_FALSE(preview_records("", true));
    CHECK_FALSE(read("ava\neve\n")->report.records);
    CHECK(read("ava,1\neve,2\n")->report.records->columns == 2);
}
