#include "makemore/vocabulary.hpp"

#include <catch2/catch_test_macros.hpp>

#include "support.hpp"

using namespace makemore;

TEST_CASE("tokens are the sorted characters behind the boundary") {
    const Vocabulary vocabulary(U".aé한😀");
    REQUIRE(vocabulary.size() == 6);
    CHECK(vocabulary.label(boundary) == ".");
    CHECK(vocabulary.label(1) == ".");
    CHECK(vocabulary.label(4) == "한");
    CHECK(vocabulary.token(U'😀') == Token{5});
    CHECK(vocabulary.token(U'.') == Token{1});
    CHECK_FALSE(vocabulary.token(U'z'));
    CHECK_FALSE(vocabulary.token(U'\U0010FFFF'));
}

TEST_CASE("words become tokens and come back") {
    const Vocabulary vocabulary(U".aé한😀");
    const auto tokens = vocabulary.encode("é.한a");
    REQUIRE(tokens);
    CHECK(*tokens == std::vector<Token>{3, 1, 4, 2});
    CHECK(vocabulary.decode(*tokens) == "é.한a");
    CHECK(vocabulary.encode("")->empty());
}

TEST_CASE("a letter outside the vocabulary is named, with its column") {
    const auto tokens = Vocabulary(U"aé").encode("éaöa");
    REQUIRE_FALSE(tokens);
    CHECK(tokens.error().column == 3);
    CHECK(tokens.error().message.find("'ö'") != std::string::npos);
    CHECK_FALSE(Vocabulary(U"a").encode("\xFF"));
}
