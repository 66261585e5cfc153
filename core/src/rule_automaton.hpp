// The string rules as one deterministic automaton over tokens, explored state by state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "makemore/rules.hpp"

namespace makemore {

/// The strings to contain, not to contain and to end with are matched together (A. Aho,
/// M. Corasick, CACM 18, 1975), beside the progress through the string to start with.
class RuleAutomaton {
  public:
    struct State {
        std::uint32_t prefix = 0;     ///< letters of `starts_with` that have been matched
        std::uint64_t contained = 0;  ///< one bit for each string to contain that has occurred
        std::uint32_t match = 0;      ///< the longest beginning of any string that ends here

        friend auto operator<=>(const State&, const State&) = default;
    };

    /// Precondition: at most 64 strings to contain, tokens below `columns`.
    RuleAutomaton(std::size_t columns, const Rules& rules);

    /// The state after one more letter, or nothing if a rule is broken for good.
    [[nodiscard]] std::optional<State> after(const State& state, Token letter) const;
    /// Whether a name may end here.
    [[nodiscard]] bool may_end(const State& state) const;
    /// How many letters of its longest match a state has seen.
    [[nodiscard]] std::uint32_t depth(const State& state) const {
        return matches_[state.match].depth;
    }
    /// An upper bound of the memory that it takes, in entries of its table.
    [[nodiscard]] static std::size_t table_size(std::size_t columns, const Rules& rules);

  private:
    struct Match {
        std::uint64_t contained = 0;
        std::uint32_t depth = 0;
        bool forbidden = false;
        bool ends = false;
    };

    std::uint32_t add(std::span<const Token> string);
    void link();
    [[nodiscard]] std::uint32_t& next(std::uint32_t match, Token letter) {
        return next_[match * columns_ + letter];
    }

    std::size_t columns_;
    std::vector<Token> starts_with_;
    std::uint64_t wanted_ = 0;
    bool matters_when_contained_;  // whether matching goes on once everything is contained
    std::vector<Match> matches_;
    std::vector<std::uint32_t> next_;  // row-major: match x letter
};

}  // namespace makemore
