#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "makemore/corpus_reader.hpp"
#include "support.hpp"

using namespace makemore;
using makemore::test::read;

namespace {

using namespace std::string_literals;

Result<Corpus> read_records(std::string_view text, RecordOptions options, std::size_t piece = 1) {
    return read(text, {.records = std::move(options)}, piece);
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

TEST_CASE("a table is refused with its place and the reason") {
    struct Case {
        std::string text;
        RecordOptions options;
        std::string_view reason;
        std::uint64_t line;
    };
    const Column second = std::size_t{1};
    const std::string long_name(longest_name + 1, 'x');
    const std::vector<Case> cases{
        {"ava\neve\n", {}, "which separator", 0},
        {"ava,1\n", {.has_header = false, .name_column = "n"}, "give its number", 0},
        {"a,b\n1,2\n",
         {.name_column = "n"},
         R"(no column of names is called "n"; the header has "a", "b")",
         1},
        {"a,b\n1,2\n", {.name_column = "a", .weight_column = "n"}, "no column of weights", 1},
        {"ava,1\ne\xFFve,2\n", {.separator = ','}, "UTF-8", 2},
        {"ava,1\neve,2\xC3", {.separator = ','}, "UTF-8", 2},
        {"ava,1\ne\0e,2\n"s, {.separator = ','}, "a NUL byte", 2},
        {"ava,1\n" + long_name + ",2\n", {.separator = ','}, "longer than 1000", 2},
        {std::string(10'001, 'x') + ",n\n",
         {.separator = ',', .has_header = true},
         "too long for a header",
         1},
        {"ava,1\n\"eve,2\n", {.separator = ','}, "never ends", 2},
        {"ava,0\neve,0\n",
         {.separator = ',', .has_header = false, .weight_column = second},
         "every weight is 0",
         1},
        {"ava,\neve,\n",
         {.separator = ',', .has_header = false, .name_column = second},
         "in the chosen column",
         0},
        {"", {}, "the list is empty", 0},
    };
    for (const auto& [text, options, reason, line] : cases) {
        for (const std::size_t piece : {1U, 100'000U}) {
            const auto refused = read_records(text, options, piece);
            CAPTURE(text.substr(0, 40));
            REQUIRE_FALSE(refused);
            CHECK(refused.error().message.contains(reason));
            CHECK(refused.error().line == line);
        }
    }
}

TEST_CASE("white space, control characters and blanks in a table") {
    const auto corpus = read_records(" name ,births\n\t ava ,  2 \n \x01,1\n ,1\neve, 1\n",
                                     {.name_column = "name", .weight_column = "births"});
    REQUIRE(corpus);
    CHECK(corpus->report.names == 3);
    CHECK(corpus->report.control_lines.first == std::vector<std::uint64_t>{3});
    CHECK(corpus->report.blank_lines.first == std::vector<std::uint64_t>{4});
    CHECK(corpus->vocabulary.characters() == U"aev");
}

TEST_CASE("a table longer than its preview is read to the end") {
    std::string text = "name,n\n";
    for (int row = 0; row < 10'000; ++row) {
        text += row % 2 == 0 ? "ava,1\n" : "olivia,2\n";
    }
    for (const std::size_t piece : {1'000U, 1'000'000U}) {
        const auto corpus =
            read_records(text, {.name_column = "name", .weight_column = "n"}, piece);
        REQUIRE(corpus);
        CHECK(corpus->report.names == 15'000);
        CHECK(corpus->report.duplicates() == 14'998);
        CHECK(corpus->report.lines == 10'001);
    }
}

TEST_CASE("columns without numbers or known names have no header") {
    const auto preview = preview_records("x;y\nz;w\nq;r\n", true);
    REQUIRE(preview);
    CHECK_FALSE(preview->has_header);
}

TEST_CASE("the column that looks like counts is the weight, if that is asked for") {
    const std::string text = "Emma,F,20355\nOlivia,F,19\nLiam,M,3\n";
    const auto guessed = read_records(text, {.guess_weight = true});
    REQUIRE(guessed);
    CHECK(guessed->report.names == 20'377);
    const auto unasked = read_records(text, {});
    REQUIRE(unasked);
    CHECK(unasked->report.names == 3);
}
