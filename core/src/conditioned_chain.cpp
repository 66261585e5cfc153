#include "makemore/conditioned_chain.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "impossible_request.hpp"
#include "stationary_messages.hpp"

namespace makemore {

namespace {

// How many names each node begins, without a maximum length: endless where a way leads to a cycle,
// since every node can still end. Depth first; a node met inside itself closes a cycle.
class NameCounter {
  public:
    NameCounter(const ProbabilityTable& table, const RuleGraph& graph)
        : table_(table), graph_(graph), names_(graph.nodes.size()), seen_(graph.nodes.size()) {}

    std::vector<std::uint64_t> count() && {
        for (RuleGraph::Index node = 0; node < graph_.nodes.size(); ++node) {
            if (seen_[node] == Seen::never) {
                visit(node);
            }
        }
        return std::move(names_);
    }

  private:
    enum class Seen : std::uint8_t { never, inside, done };
    struct Visit {
        RuleGraph::Index node;
        Token letter;
    };

    void enter(RuleGraph::Index node) {
        seen_[node] = Seen::inside;
        const bool ends =
            table_.row(graph_.nodes[node].context)[boundary] > 0.0 && graph_.state(node).may_end;
        names_[node] = ends ? 1 : 0;
        visits_.push_back({node, 1});
    }

    void visit(RuleGraph::Index first) {
        enter(first);
        while (!visits_.empty()) {
            auto& [node, letter] = visits_.back();
            if (letter == graph_.columns) {
                seen_[node] = Seen::done;
                visits_.pop_back();
                continue;
            }
            const auto target = graph_.targets(node)[letter];
            if (target == RuleGraph::none ||
                table_.row(graph_.nodes[node].context)[letter] == 0.0) {
                ++letter;
            } else if (seen_[target] == Seen::never) {
                enter(target);
            } else {
                names_[node] = saturating_sum(
                    names_[node], seen_[target] == Seen::inside ? uncountable : names_[target]);
                ++letter;
            }
        }
    }

    const ProbabilityTable& table_;
    const RuleGraph& graph_;
    std::vector<std::uint64_t> names_;
    std::vector<Seen> seen_;
    std::vector<Visit> visits_;
};

std::size_t layers_of(const Rules& rules) {
    return rules.max_length.value_or(rules.min_length) + 1;
}

std::optional<Error> size_error(const ProbabilityTable& table, const Rules& rules,
                                const RuleGraph& graph) {
    const std::uint64_t places = std::uint64_t{layers_of(rules)} * graph.nodes.size();
    const std::uint64_t products = places * table.columns();
    if (places > most_places || products > most_products) {
        return Error{.message = "names of up to " + std::to_string(layers_of(rules) - 1) +
                                " letters are too long to be ruled over a vocabulary of " +
                                std::to_string(table.columns()) + "; lower the length"};
    }
    if (!rules.max_length) {
        const auto size = system_size(table, graph);
        if (size.unknowns > most_unknowns || size.products > most_products) {
            return Error{.message = "these rules over a vocabulary of " +
                                    std::to_string(table.columns()) +
                                    " need a maximum length; give one"};
        }
    }
    return std::nullopt;
}

}  // namespace

Result<ConditionedChain> ConditionedChain::make(ProbabilityTable table, Rules rules,
                                                const Vocabulary& vocabulary) {
    assert(table.rows() == table.columns() && table.columns() == vocabulary.size());
    auto graph = RuleGraph::make(table, rules);
    if (!graph) {
        return std::unexpected(graph.error());
    }
    if (graph->nodes.empty() || rules.min_length > rules.max_length.value_or(rules.min_length)) {
        return std::unexpected(impossible_request(table, rules, vocabulary));
    }
    if (auto error = size_error(table, rules, *graph)) {
        return std::unexpected(*std::move(error));
    }
    ConditionedChain chain(std::move(table), std::move(rules), *std::move(graph));
    if (chain.names(start, 0) == 0) {
        return std::unexpected(impossible_request(chain.table_, chain.rules_, vocabulary));
    }
    return chain;
}

ConditionedChain::ConditionedChain(ProbabilityTable table, Rules rules, RuleGraph graph)
    : table_(std::move(table)),
      rules_(std::move(rules)),
      graph_(std::move(graph)),
      layers_(layers_of(rules_)),
      places_(layers_ * graph_.nodes.size()) {
    std::size_t layer = layers_;
    if (!rules_.max_length) {
        fill_endless_layer();
        --layer;
    }
    while (layer-- > 0) {
        fill_layer(layer);
    }
}

bool ConditionedChain::may_end(Node node, std::size_t length) const noexcept {
    return length >= rules_.min_length && length <= rules_.max_length.value_or(length) &&
           graph_.state(node).may_end;
}

// From the next layer; above the last one every message is 0.
void ConditionedChain::fill_layer(std::size_t layer) {
    std::vector<Place> next(graph_.columns);
    Node gathered_for = none;
    for (Node node = 0; node < graph_.nodes.size(); ++node) {
        // The nodes of a state lie side by side and share their targets.
        if (graph_.nodes[node].state != gathered_for) {
            gathered_for = graph_.nodes[node].state;
            const auto ways = targets(node);
            for (Token letter = 1; letter < graph_.columns; ++letter) {
                const Place* place = layer + 1 < layers_ ? find(ways[letter], layer + 1) : nullptr;
                next[letter] = place == nullptr ? Place() : *place;
            }
        }
        places_[layer * graph_.nodes.size() + node] = place_before(node, layer, next);
    }
}

// A place from those after each letter.
ConditionedChain::Place ConditionedChain::place_before(Node node, std::size_t length,
                                                       std::span<const Place> next) const {
    const auto probabilities = row(node);
    const bool ends = may_end(node, length) && probabilities[boundary] > 0.0;
    bool certain = ends || probabilities[boundary] == 0.0;
    Place place;
    place.names = ends ? 1 : 0;
    for (Token letter = 1; letter < next.size(); ++letter) {
        if (probabilities[letter] > 0.0) {
            place.onward += Mass(probabilities[letter]) * next[letter].message;
            place.names = saturating_sum(place.names, next[letter].names);
            certain = certain && next[letter].message == Mass(1.0);
        }
    }
    place.message = ends ? place.onward + Mass(probabilities[boundary]) : place.onward;
    if (certain) {
        place.message = 1.0;
    }
    return place;
}

void ConditionedChain::fill_endless_layer() {
    const std::size_t first = (layers_ - 1) * graph_.nodes.size();
    const auto messages = stationary_messages(table_, graph_);
    const auto names = NameCounter(table_, graph_).count();
    for (Node node = 0; node < graph_.nodes.size(); ++node) {
        Place& place = places_[first + node];
        place.message = messages[node];
        place.names = names[node];
        const auto probabilities = row(node);
        const auto ways = targets(node);
        for (Token letter = 1; letter < graph_.columns; ++letter) {
            if (probabilities[letter] > 0.0 && ways[letter] != none) {
                place.onward += Mass(probabilities[letter]) * messages[ways[letter]];
            }
        }
    }
}

double ConditionedChain::probability() const {
    return is_free(rules_) ? 1.0 : std::min(message(start, 0).value(), 1.0);
}

double ConditionedChain::log_probability() const {
    return is_free(rules_) ? 0.0 : std::min(message(start, 0).log(), 0.0);
}

}  // namespace makemore
