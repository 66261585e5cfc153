#include "stationary_messages.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <limits>
#include <span>
#include <tuple>

namespace makemore {

namespace {

using Index = RuleGraph::Index;

// The nodes from which every way on keeps the rules. All nodes can still end, so almost every
// name from there does.
std::vector<bool> certain_nodes(const ProbabilityTable& table, const RuleGraph& graph) {
    std::vector<bool> certain(graph.nodes.size(), true);
    const auto can_fail = [&](Index node) {
        const auto row = table.row(graph.nodes[node].context);
        if (row[boundary] > 0.0 && !graph.state(node).may_end) {
            return true;
        }
        const auto targets = graph.targets(node);
        for (Token letter = 1; letter < row.size(); ++letter) {
            if (row[letter] > 0.0 &&
                (targets[letter] == RuleGraph::none || !certain[targets[letter]])) {
                return true;
            }
        }
        return false;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = graph.nodes.size(); i-- > 0;) {
            if (certain[i] && can_fail(static_cast<Index>(i))) {
                certain[i] = false;
                changed = true;
            }
        }
    }
    return certain;
}

// Nodes of one stage of the rules, which a name leaves for good: one linear system.
std::vector<std::vector<Index>> systems(const ProbabilityTable& table, const RuleGraph& graph) {
    const auto certain = certain_nodes(table, graph);
    std::vector<Index> order;
    for (Index node = 0; node < graph.nodes.size(); ++node) {
        if (!certain[node]) {
            order.push_back(node);
        }
    }
    // The last stage first. Within one, the deepest matches first: few nodes lead to them, so that
    // their elimination is cheap.
    std::ranges::sort(order, std::greater<>(), [&](Index node) {
        const auto& state = graph.state(node);
        return std::tuple(state.prefix, state.contained, state.depth, node);
    });
    std::vector<std::vector<Index>> result;
    for (const Index node : order) {
        const auto& state = graph.state(node);
        if (result.empty() || graph.state(result.back().front()).prefix != state.prefix ||
            graph.state(result.back().front()).contained != state.contained) {
            result.emplace_back();
        }
        result.back().push_back(node);
    }
    return result;
}

// One system: x_u = value_u + sum_v among[u][v] x_v. By elimination; the diagonal, 1 - among[u][u],
// is the sum of everything else in the row, so that nothing is ever subtracted.
class System {
  public:
    explicit System(std::size_t size)
        : size_(size), among_(size * size), leaving_(size), value_(size), rest_(size) {}

    Mass& among(std::size_t u, std::size_t v) { return among_[u * size_ + v]; }
    /// The probability to leave the system, for better or worse.
    Mass& leaving(std::size_t u) { return leaving_[u]; }
    /// The part of it that keeps the rules; then the solution.
    Mass& value(std::size_t u) { return value_[u]; }

    void solve() {
        for (std::size_t k = 0; k < size_; ++k) {
            eliminate(k);
        }
        for (std::size_t k = size_; k-- > 0;) {
            Mass sum = value_[k];
            for (std::size_t v = k + 1; v < size_; ++v) {
                sum += among(k, v) * value_[v];
            }
            value_[k] = sum / rest_[k];
        }
    }

  private:
    // Sends what came to k on to where k goes.
    void eliminate(std::size_t k) {
        Mass rest = leaving_[k];
        ways_.clear();
        for (std::size_t v = k + 1; v < size_; ++v) {
            if (!among(k, v).is_zero()) {
                rest += among(k, v);
                ways_.push_back(v);
            }
        }
        rest_[k] = rest;
        for (std::size_t u = k + 1; u < size_; ++u) {
            if (among(u, k).is_zero()) {
                continue;
            }
            const Mass factor = among(u, k) / rest;
            for (const std::size_t v : ways_) {
                among(u, v) += factor * among(k, v);
            }
            leaving_[u] += factor * leaving_[k];
            value_[u] += factor * value_[k];
        }
    }

    std::size_t size_;
    std::vector<Mass> among_;
    std::vector<Mass> leaving_;
    std::vector<Mass> value_;
    std::vector<Mass> rest_;
    std::vector<std::size_t> ways_;
};

constexpr std::size_t outside = std::numeric_limits<std::size_t>::max();

// The equation of one node. `place` has the unknowns of this system, `messages` those solved
// before.
void state_equation(const ProbabilityTable& table, const RuleGraph& graph, Index node,
                    std::span<const std::size_t> place, std::span<const Mass> messages,
                    System& system) {
    const std::size_t u = place[node];
    const auto row = table.row(graph.nodes[node].context);
    const auto targets = graph.targets(node);
    system.leaving(u) = row[boundary];
    system.value(u) = graph.state(node).may_end ? row[boundary] : 0.0;
    for (Token letter = 1; letter < row.size(); ++letter) {
        const Index target = targets[letter];
        if (row[letter] == 0.0 || target == node) {
            continue;
        }
        if (target == RuleGraph::none) {
            system.leaving(u) += row[letter];
        } else if (place[target] == outside) {
            system.leaving(u) += row[letter];
            system.value(u) += Mass(row[letter]) * messages[target];
        } else {
            system.among(u, place[target]) = row[letter];
        }
    }
}

}  // namespace

SystemSize system_size(const ProbabilityTable& table, const RuleGraph& graph) {
    SystemSize size;
    for (const auto& nodes : systems(table, graph)) {
        const std::uint64_t unknowns = nodes.size();
        size.unknowns = std::max(size.unknowns, unknowns);
        size.products += unknowns * unknowns * unknowns / 3;
    }
    return size;
}

std::vector<Mass> stationary_messages(const ProbabilityTable& table, const RuleGraph& graph) {
    std::vector<Mass> messages(graph.nodes.size(), Mass(1.0));
    std::vector<std::size_t> place(graph.nodes.size(), outside);
    for (const auto& nodes : systems(table, graph)) {
        for (std::size_t u = 0; u < nodes.size(); ++u) {
            place[nodes[u]] = u;
        }
        System system(nodes.size());
        for (const Index node : nodes) {
            state_equation(table, graph, node, place, messages, system);
        }
        system.solve();
        for (std::size_t u = 0; u < nodes.size(); ++u) {
            messages[nodes[u]] = system.value(u);
            place[nodes[u]] = outside;
        }
    }
    return messages;
}

}  // namespace makemore
