// What a namer may ask of a name: how it starts and ends, what it contains, how long it is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "makemore/error.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// The longest string rule and the largest length that a rule may name, in letters.
inline constexpr std::size_t longest_rule = 1'000;

/// The rules as a user types them, in UTF-8. An empty string is no rule.
struct TextRules {
    std::string starts_with;                ///< UTF-8; empty: anything
    std::string ends_with;                  ///< UTF-8; empty: anything
    std::vector<std::string> contains;      ///< each of these, somewhere
    std::vector<std::string> not_contains;  ///< none of these, anywhere
    std::size_t min_length = 0;             ///< in letters (code points)
    std::optional<std::size_t> max_length;  ///< in letters; nothing: as long as the model likes
};

/// The rules in tokens, boundaries not among them. A name keeps them if it keeps each; strings may
/// overlap: `ana` starts with `an` and ends with `na`. An empty string is no rule.
struct Rules {
    std::vector<Token> starts_with;                ///< empty: anything
    std::vector<Token> ends_with;                  ///< empty: anything
    std::vector<std::vector<Token>> contains;      ///< each of these, somewhere
    std::vector<std::vector<Token>> not_contains;  ///< none of these, anywhere
    std::size_t min_length = 0;                    ///< in tokens, the boundary not counted
    std::optional<std::size_t> max_length;  ///< in tokens; nothing: as long as the model likes

    /// Equal rules are written equally.
    friend bool operator==(const Rules&, const Rules&) = default;
};

/// Whether every name keeps the rules.
[[nodiscard]] bool is_free(const Rules& rules) noexcept;

/// The rules in a list's tokens, without empty and repeated strings. Fails with a sentence on
/// invalid UTF-8, on a string or length above `longest_rule`, on a minimum above the maximum, and
/// on a wanted character that the list never has, since no name can then keep the rule. A string
/// that must not be contained is always kept if one of its characters is unknown.
[[nodiscard]] Result<Rules> make_rules(const Vocabulary& vocabulary, const TextRules& text);

}  // namespace makemore
