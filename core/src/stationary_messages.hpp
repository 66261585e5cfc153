// The messages of a chain without a maximum length: one a node, whatever the length so far.
#pragma once

#include <cstdint>
#include <vector>

#include "makemore/mass.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rule_graph.hpp"

namespace makemore {

/// The size of the linear systems that `stationary_messages` would solve.
struct SystemSize {
    std::uint64_t unknowns = 0;  ///< of the largest system
    std::uint64_t products = 0;  ///< multiplications in all of them
};
[[nodiscard]] SystemSize system_size(const ProbabilityTable& table, const RuleGraph& graph);

/// The least solution of message = P[c][0] [may end] + sum_j P[c][j] message(target of j), for
/// every node. Rows are taken to sum to exactly 1. Exactly 1 where no rule can be broken any more.
[[nodiscard]] std::vector<Mass> stationary_messages(const ProbabilityTable& table,
                                                    const RuleGraph& graph);

}  // namespace makemore
