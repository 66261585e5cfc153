// The table's chain of letters, conditioned on rules: how likely they are kept from any place on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "makemore/error.hpp"
#include "makemore/mass.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rule_graph.hpp"
#include "makemore/rules.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// The largest number of places (nodes x lengths), and of multiplications to prepare them, that is
/// accepted.
inline constexpr std::uint64_t most_places = std::uint64_t{1} << 21U;
inline constexpr std::uint64_t most_products = std::uint64_t{1} << 30U;

/// Without a maximum length, a linear system is solved; the most unknowns of one that is accepted.
inline constexpr std::uint64_t most_unknowns = 1'024;

/// Stands for "at least so many" where names are counted.
inline constexpr std::uint64_t uncountable = std::numeric_limits<std::uint64_t>::max();

/// A Markov chain conditioned on rules by backward messages. The message of a place (a node of the
/// rules' graph and the number of letters so far) is the probability that a name drawn on from
/// there keeps every rule:
///     message = P[c][0] [may end] + sum_j P[c][j] message(place after j).
/// With a maximum length that is computed from the longest names back. Without, it is the least
/// solution of a linear system, found by elimination without any subtraction (W. Grassmann,
/// M. Taksar, D. Heyman, Operations Research 33, 1985), so that each message is right to about
/// 1e-13 of itself, however rarely names end. Where nothing can go wrong it is exactly 1.
class ConditionedChain {
  public:
    /// A place: an index into the graph's nodes.
    using Node = RuleGraph::Index;
    /// No place.
    static constexpr Node none = RuleGraph::none;

    /// Fails with the reason if no name keeps the rules, naming the fewest of them that exclude
    /// each other, or if the rules are too large for the limits above. Precondition: a square table
    /// of this vocabulary, and rules in its tokens.
    [[nodiscard]] static Result<ConditionedChain> make(ProbabilityTable table, Rules rules,
                                                       const Vocabulary& vocabulary);

    /// The table whose names these are.
    [[nodiscard]] const ProbabilityTable& table() const noexcept { return table_; }
    /// What all of its names keep.
    [[nodiscard]] const Rules& rules() const noexcept { return rules_; }

    /// The probability that a name drawn from the table keeps the rules; exactly 1 without rules.
    [[nodiscard]] double probability() const;
    /// Its natural logarithm, finite even where the probability underflows to 0.
    [[nodiscard]] double log_probability() const;

    /// The node before the first letter; its length is 0.
    static constexpr Node start = 0;
    /// The row of the table that a node draws from.
    [[nodiscard]] std::span<const double> row(Node node) const noexcept {
        return table_.row(graph_.nodes[node].context);
    }
    /// The token that a name at this place ended with so far.
    [[nodiscard]] Token context(Node node) const noexcept { return graph_.nodes[node].context; }
    /// The node after each letter, or `none` (see RuleGraph::targets).
    [[nodiscard]] std::span<const Node> targets(Node node) const noexcept {
        return graph_.targets(node);
    }
    /// Whether a name of that many letters may end there.
    [[nodiscard]] bool may_end(Node node, std::size_t length) const noexcept;
    /// The message. 0 above the maximum length, and for no node.
    [[nodiscard]] Mass message(Node node, std::size_t length) const noexcept {
        const Place* place = find(node, length);
        return place == nullptr ? Mass() : place->message;
    }
    /// The message without the name that ends here.
    [[nodiscard]] Mass onward(Node node, std::size_t length) const noexcept {
        const Place* place = find(node, length);
        return place == nullptr ? Mass() : place->onward;
    }
    /// How many names the message is the probability of; `uncountable` if too many or no end.
    [[nodiscard]] std::uint64_t names(Node node, std::size_t length) const noexcept {
        const Place* place = find(node, length);
        return place == nullptr ? 0 : place->names;
    }

  private:
    struct Place {
        Mass message;
        Mass onward;
        std::uint64_t names = 0;
    };

    ConditionedChain(ProbabilityTable table, Rules rules, RuleGraph graph);

    [[nodiscard]] const Place* find(Node node, std::size_t length) const noexcept {
        if (node == none || (rules_.max_length && length > *rules_.max_length)) {
            return nullptr;
        }
        const std::size_t layer = length < layers_ ? length : layers_ - 1;
        return &places_[layer * graph_.nodes.size() + node];
    }
    void fill_layer(std::size_t layer);
    [[nodiscard]] Place place_before(Node node, std::size_t length,
                                     std::span<const Place> next) const;
    void fill_endless_layer();

    ProbabilityTable table_;
    Rules rules_;
    RuleGraph graph_;
    std::size_t layers_;  // one a length; without a maximum the last stands for all lengths from it
    std::vector<Place> places_;
};

/// The sum, or `uncountable` where it is too large.
[[nodiscard]] constexpr std::uint64_t saturating_sum(std::uint64_t a, std::uint64_t b) noexcept {
    return a > uncountable - b ? uncountable : a + b;
}

}  // namespace makemore
