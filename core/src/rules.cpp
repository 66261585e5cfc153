#include "makemore/rules.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "makemore/utf8.hpp"

namespace makemore {

namespace {

// The tokens of a rule's string, or the first character that has none.
struct Encoded {
    std::vector<Token> tokens;
    std::optional<char32_t> unknown;
};

Result<Encoded> encode(const Vocabulary& vocabulary, std::string_view text, std::string_view rule) {
    const auto characters = decode_utf8(text);
    if (!characters) {
        return std::unexpected(
            Error{.message = "the rule '" + std::string(rule) + "': " + characters.error().message,
                  .column = characters.error().column});
    }
    if (characters->size() > longest_rule) {
        return std::unexpected(Error{.message = "the rule '" + std::string(rule) + "' has " +
                                                std::to_string(characters->size()) +
                                                " letters; at most " +
                                                std::to_string(longest_rule) + " are possible"});
    }
    Encoded encoded;
    for (const char32_t character : *characters) {
        const auto token = vocabulary.token(character);
        if (!token) {
            encoded.unknown = character;
            return encoded;
        }
        encoded.tokens.push_back(*token);
    }
    return encoded;
}

// As `encode`, for a string that the names must have.
Result<std::vector<Token>> encode_wanted(const Vocabulary& vocabulary, std::string_view text,
                                         std::string_view rule) {
    auto encoded = encode(vocabulary, text, rule);
    if (!encoded) {
        return std::unexpected(encoded.error());
    }
    if (encoded->unknown) {
        std::string character;
        append_utf8(character, *encoded->unknown);
        return std::unexpected(Error{.message = "no name can " + std::string(rule) + " '" +
                                                std::string(text) + "': '" + character +
                                                "' is not among this list's characters"});
    }
    return std::move(encoded->tokens);
}

void add_distinct(std::vector<std::vector<Token>>& strings, std::vector<Token> string) {
    if (!string.empty() && std::ranges::find(strings, string) == strings.end()) {
        strings.push_back(std::move(string));
    }
}

std::optional<Error> length_error(const TextRules& text) {
    const std::size_t longest = std::max(text.min_length, text.max_length.value_or(0));
    if (longest > longest_rule) {
        return Error{.message = "a length of " + std::to_string(longest) +
                                " letters is too much; rules go up to " +
                                std::to_string(longest_rule)};
    }
    if (text.max_length && text.min_length > *text.max_length) {
        return Error{.message = "no name can have at least " + std::to_string(text.min_length) +
                                " and at most " + std::to_string(*text.max_length) + " letters"};
    }
    return std::nullopt;
}

}  // namespace

bool is_free(const Rules& rules) noexcept {
    const auto is_empty = [](const std::vector<Token>& string) { return string.empty(); };
    return rules.starts_with.empty() && rules.ends_with.empty() &&
           std::ranges::all_of(rules.contains, is_empty) &&
           std::ranges::all_of(rules.not_contains, is_empty) && rules.min_length == 0 &&
           !rules.max_length;
}

Result<Rules> make_rules(const Vocabulary& vocabulary, const TextRules& text) {
    if (auto error = length_error(text)) {
        return std::unexpected(*std::move(error));
    }
    Rules rules;
    rules.min_length = text.min_length;
    rules.max_length = text.max_length;
    auto start = encode_wanted(vocabulary, text.starts_with, "start with");
    if (!start) {
        return std::unexpected(start.error());
    }
    auto end = encode_wanted(vocabulary, text.ends_with, "end with");
    if (!end) {
        return std::unexpected(end.error());
    }
    rules.starts_with = *std::move(start);
    rules.ends_with = *std::move(end);
    for (const std::string& string : text.contains) {
        auto tokens = encode_wanted(vocabulary, string, "contain");
        if (!tokens) {
            return std::unexpected(tokens.error());
        }
        add_distinct(rules.contains, *std::move(tokens));
    }
    for (const std::string& string : text.not_contains) {
        auto encoded = encode(vocabulary, string, "not contain");
        if (!encoded) {
            return std::unexpected(encoded.error());
        }
        if (!encoded->unknown) {
            add_distinct(rules.not_contains, std::move(encoded->tokens));
        }
    }
    return rules;
}

}  // namespace makemore
