#include "rule_automaton.hpp"

#include <algorithm>
#include <cassert>

namespace makemore {

RuleAutomaton::RuleAutomaton(std::size_t columns, const Rules& rules)
    : columns_(columns),
      starts_with_(rules.starts_with),
      matters_when_contained_(!rules.not_contains.empty() || !rules.ends_with.empty()),
      matches_(1),
      next_(columns) {
    std::uint64_t bit = 1;
    for (const auto& string : rules.contains) {
        if (!string.empty()) {
            assert(bit != 0);
            matches_[add(string)].contained |= bit;
            wanted_ |= bit;
            bit <<= 1U;
        }
    }
    for (const auto& string : rules.not_contains) {
        if (!string.empty()) {
            matches_[add(string)].forbidden = true;
        }
    }
    matches_[add(rules.ends_with)].ends = true;
    link();
}

std::size_t RuleAutomaton::table_size(std::size_t columns, const Rules& rules) {
    std::size_t letters = 1 + rules.ends_with.size();
    for (const auto& string : rules.contains) {
        letters += string.size();
    }
    for (const auto& string : rules.not_contains) {
        letters += string.size();
    }
    return letters * columns;
}

std::uint32_t RuleAutomaton::add(std::span<const Token> string) {
    std::uint32_t match = 0;
    for (const Token letter : string) {
        assert(letter != boundary && letter < columns_);
        if (next(match, letter) == 0) {
            next(match, letter) = static_cast<std::uint32_t>(matches_.size());
            matches_.push_back({.depth = matches_[match].depth + 1});
            next_.resize(next_.size() + columns_);
        }
        match = next(match, letter);
    }
    return match;
}

// Breadth first: where a match does not go on, its longest proper suffix that is a match does.
void RuleAutomaton::link() {
    std::vector<std::uint32_t> suffix(matches_.size());
    std::vector<std::uint32_t> queue{0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::uint32_t match = queue[i];
        if (match != 0) {
            const Match& shorter = matches_[suffix[match]];
            matches_[match].contained |= shorter.contained;
            matches_[match].forbidden = matches_[match].forbidden || shorter.forbidden;
            matches_[match].ends = matches_[match].ends || shorter.ends;
        }
        for (Token letter = 1; letter < columns_; ++letter) {
            const std::uint32_t otherwise = match == 0 ? 0 : next(suffix[match], letter);
            std::uint32_t& target = next(match, letter);
            if (target == 0) {
                target = otherwise;
            } else {
                suffix[target] = otherwise;
                queue.push_back(target);
            }
        }
    }
}

std::optional<RuleAutomaton::State> RuleAutomaton::after(const State& state, Token letter) const {
    State result = state;
    if (state.prefix < starts_with_.size()) {
        if (starts_with_[state.prefix] != letter) {
            return std::nullopt;
        }
        ++result.prefix;
    }
    result.match = next_[state.match * columns_ + letter];
    const Match& match = matches_[result.match];
    if (match.forbidden) {
        return std::nullopt;
    }
    result.contained |= match.contained;
    if (result.contained == wanted_ && !matters_when_contained_) {
        result.match = 0;
    }
    return result;
}

bool RuleAutomaton::may_end(const State& state) const {
    return state.prefix == starts_with_.size() && state.contained == wanted_ &&
           matches_[state.match].ends;
}

}  // namespace makemore
