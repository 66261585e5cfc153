// Everywhere a name can be under string rules: what its rules know so far, and its last letter.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "makemore/error.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rules.hpp"

namespace makemore {

/// The largest vocabulary x states of the rules' automaton that is accepted: some 100 letters of
/// rules for a vocabulary of 5,000, or ten strings to contain in any order for one of 100.
inline constexpr std::size_t largest_rule_table = std::size_t{1} << 21U;

/// The string rules as one deterministic automaton, run over the table's bigrams. A node is a state
/// of the automaton with the letter that led there; only nodes are kept that a name can reach and
/// from which it can still end within the string rules. Lengths are not looked at.
struct RuleGraph {
    /// An index into nodes or states.
    using Index = std::uint32_t;
    /// No node: where a name that goes on so cannot keep the rules.
    static constexpr Index none = std::numeric_limits<Index>::max();

    /// A state of the automaton, at a length where lengths matter.
    struct Node {
        Index state;    ///< an index into `states`
        Token context;  ///< its last letter: whose row of the table comes next
    };

    /// What a state knows; of two states the later one has more of `stage`, or the same.
    struct State {
        std::uint64_t contained = 0;  ///< one bit for each string to contain that has occurred
        std::uint32_t prefix = 0;     ///< letters of `starts_with` that have been matched
        std::uint32_t depth = 0;      ///< letters of the longest string that is being matched
        bool may_end = false;         ///< whether a name may end here
    };

    /// Builds the graph. Fails if the rules need more states than `largest_rule_table` allows, or
    /// more than 64 strings are to be contained.
    [[nodiscard]] static Result<RuleGraph> make(const ProbabilityTable& table, const Rules& rules);

    /// The node that a letter leads to, for every token, or `none`: what has probability 0, breaks
    /// a rule or cannot end any more. `none` for the boundary. One row per state, since all nodes
    /// of a state share it; a letter of probability 0 in one of them may have a node.
    [[nodiscard]] std::span<const Index> targets(Index node) const noexcept {
        return std::span(state_targets).subspan(nodes[node].state * columns, columns);
    }
    /// The state that a node stands for.
    [[nodiscard]] const State& state(Index node) const noexcept {
        return states[nodes[node].state];
    }

    std::size_t columns = 0;    ///< tokens of the table
    std::vector<Node> nodes;    ///< the start first; empty if no name keeps the string rules
    std::vector<State> states;  ///< those of the automaton that a name can be in
    /// A row of `columns` for each state: the state after each token, or `none`.
    std::vector<Index> state_targets;
};

}  // namespace makemore
