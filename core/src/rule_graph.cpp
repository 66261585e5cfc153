#include "makemore/rule_graph.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "rule_automaton.hpp"

namespace makemore {

namespace {

using Index = RuleGraph::Index;
constexpr Index none = RuleGraph::none;

Error too_large(std::size_t columns) {
    return Error{.message = "these rules are too large for a vocabulary of " +
                            std::to_string(columns) + " characters; use fewer or shorter strings"};
}

// Explores what the start can reach, then drops what cannot end.
class Explorer {
  public:
    Explorer(const ProbabilityTable& table, const Rules& rules)
        : table_(table), columns_(table.columns()), automaton_(columns_, rules) {}

    // False if the states exceed the limit.
    bool explore() {
        add_node(*add_state({}), boundary);
        std::size_t explored = 0;
        while (explored < nodes_.size()) {
            const auto [state, context] = nodes_[explored++];
            if (!expand(state)) {
                return false;
            }
            const auto row = table_.row(context);
            for (Token letter = 1; letter < columns_; ++letter) {
                const Index next = next_state_[state * columns_ + letter];
                if (row[letter] > 0.0 && next != none &&
                    node_of_[next * columns_ + letter] == none) {
                    add_node(next, letter);
                }
            }
        }
        return true;
    }

    RuleGraph kept() {
        mark_useful();
        RuleGraph graph;
        graph.columns = columns_;
        if (!useful_.front()) {
            return graph;
        }
        number(graph);
        return graph;
    }

  private:
    std::optional<Index> add_state(const RuleAutomaton::State& state) {
        const auto [place, added] = ids_.try_emplace(state, static_cast<Index>(states_.size()));
        if (added) {
            if ((states_.size() + 1) * columns_ > largest_rule_table) {
                return std::nullopt;
            }
            states_.push_back(state);
            expanded_.push_back(false);
            next_state_.resize(next_state_.size() + columns_, none);
            node_of_.resize(node_of_.size() + columns_, none);
        }
        return place->second;
    }

    // Fills the state's row of next_state_, once.
    bool expand(Index state) {
        if (expanded_[state]) {
            return true;
        }
        expanded_[state] = true;
        for (Token letter = 1; letter < columns_; ++letter) {
            if (const auto next = automaton_.after(states_[state], letter)) {
                const auto id = add_state(*next);
                if (!id) {
                    return false;
                }
                next_state_[state * columns_ + letter] = *id;
            }
        }
        return true;
    }

    void add_node(Index state, Token context) {
        node_of_[state * columns_ + context] = static_cast<Index>(nodes_.size());
        nodes_.push_back({state, context});
    }

    [[nodiscard]] bool is_useful(RuleGraph::Node node) const {
        const auto row = table_.row(node.context);
        if (row[boundary] > 0.0 && automaton_.may_end(states_[node.state])) {
            return true;
        }
        for (Token letter = 1; letter < columns_; ++letter) {
            const Index next = next_state_[node.state * columns_ + letter];
            if (row[letter] > 0.0 && next != none && useful_[node_of_[next * columns_ + letter]]) {
                return true;
            }
        }
        return false;
    }

    // Backwards, since what was found last is nearest to an end; until nothing changes.
    void mark_useful() {
        useful_.assign(nodes_.size(), false);
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t i = nodes_.size(); i-- > 0;) {
                if (!useful_[i] && is_useful(nodes_[i])) {
                    useful_[i] = true;
                    changed = true;
                }
            }
        }
    }

    // States in order of discovery, the nodes of a state side by side in order of letters.
    void number(RuleGraph& graph) const {
        std::vector<Index> new_node(nodes_.size(), none);
        std::vector<Index> kept_states;
        for (Index state = 0; state < states_.size(); ++state) {
            const std::size_t before = graph.nodes.size();
            for (Token context = 0; context < columns_; ++context) {
                const Index node = node_of_[state * columns_ + context];
                if (node != none && useful_[node]) {
                    new_node[node] = static_cast<Index>(graph.nodes.size());
                    graph.nodes.push_back({static_cast<Index>(kept_states.size()), context});
                }
            }
            if (graph.nodes.size() != before) {
                kept_states.push_back(state);
            }
        }
        graph.state_targets.assign(kept_states.size() * columns_, none);
        for (std::size_t i = 0; i < kept_states.size(); ++i) {
            const auto& state = states_[kept_states[i]];
            graph.states.push_back({.contained = state.contained,
                                    .prefix = state.prefix,
                                    .depth = automaton_.depth(state),
                                    .may_end = automaton_.may_end(state)});
            for (Token letter = 1; letter < columns_; ++letter) {
                const Index next = next_state_[kept_states[i] * columns_ + letter];
                const Index node = next == none ? none : node_of_[next * columns_ + letter];
                graph.state_targets[i * columns_ + letter] = node == none ? none : new_node[node];
            }
        }
    }

    const ProbabilityTable& table_;
    std::size_t columns_;
    RuleAutomaton automaton_;
    std::map<RuleAutomaton::State, Index> ids_;
    std::vector<RuleAutomaton::State> states_;
    std::vector<bool> expanded_;
    std::vector<Index> next_state_;  // state x letter
    std::vector<Index> node_of_;     // state x last letter
    std::vector<RuleGraph::Node> nodes_;
    std::vector<bool> useful_;
};

}  // namespace

Result<RuleGraph> RuleGraph::make(const ProbabilityTable& table, const Rules& rules) {
    const std::size_t columns = table.columns();
    if (rules.contains.size() > 64) {
        return std::unexpected(Error{.message = "at most 64 strings to contain are possible, not " +
                                                std::to_string(rules.contains.size())});
    }
    if (RuleAutomaton::table_size(columns, rules) > largest_rule_table) {
        return std::unexpected(too_large(columns));
    }
    Explorer explorer(table, rules);
    if (!explorer.explore()) {
        return std::unexpected(too_large(columns));
    }
    return explorer.kept();
}

}  // namespace makemore
