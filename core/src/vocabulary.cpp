#include "makemore/vocabulary.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "makemore/utf8.hpp"

namespace makemore {

Vocabulary::Vocabulary(std::u32string sorted_characters)
    : characters_(std::move(sorted_characters)) {
    assert(std::ranges::adjacent_find(characters_, std::greater_equal<>()) == characters_.end());
}

char32_t Vocabulary::character(Token token) const {
    assert(token != boundary && token < size());
    return characters_[token - 1];
}

std::optional<Token> Vocabulary::token(char32_t character) const noexcept {
    const auto found = std::ranges::lower_bound(characters_, character);
    if (found == characters_.end() || *found != character) {
        return std::nullopt;
    }
    return static_cast<Token>(found - characters_.begin() + 1);
}

std::string Vocabulary::label(Token token) const {
    if (token == boundary) {
        return ".";
    }
    std::string text;
    append_utf8(text, character(token));
    return text;
}

Result<std::vector<Token>> Vocabulary::encode(std::string_view word) const {
    const auto code_points = decode_utf8(word);
    if (!code_points) {
        return std::unexpected(code_points.error());
    }
    std::vector<Token> tokens;
    tokens.reserve(code_points->size());
    for (const char32_t code_point : *code_points) {
        const auto known = token(code_point);
        if (!known) {
            std::string letter;
            append_utf8(letter, code_point);
            return std::unexpected(Error{
                .message =
                    "'" + letter + "' never occurs in the list, so no model of it can score it",
                .line = 1,
                .column = tokens.size() + 1});
        }
        tokens.push_back(*known);
    }
    return tokens;
}

std::string Vocabulary::decode(std::span<const Token> tokens) const {
    std::string text;
    for (const Token token : tokens) {
        append_utf8(text, character(token));
    }
    return text;
}

}  // namespace makemore
