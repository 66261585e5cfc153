// How likely a table draws each name of a list, for what is told of the list as a whole.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "makemore/name_trie.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/real_math.hpp"

namespace makemore {

/// Calls `visit` with each name's log probability, as `log_probability` has it to the bit, and its
/// number of letters. Precondition: tokens of the table.
template <typename Visit>
void for_each_log_probability(const ProbabilityTable& table, const NameTrie& names,
                              const Visit& visit) {
    struct Beginning {
        double sum = 0.0;
        std::size_t letters = 0;
    };
    std::vector<double> logarithms;
    logarithms.reserve(table.cells().size());
    for (const double probability : table.cells()) {
        logarithms.push_back(portable_log(probability));
    }
    // Down the tree with running sums: the additions of log_probability, in its order.
    const auto nodes = names.nodes();
    std::vector<Beginning> beginnings(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& [sum, letters] = beginnings[i];
        const auto row = std::span(logarithms).subspan(nodes[i].token * table.columns());
        if (nodes[i].is_name) {
            visit(sum + row[boundary], letters);
        }
        for (auto child = nodes[i].first_child; child != NameTrie::none;
             child = nodes[child].next_sibling) {
            beginnings[child] = {.sum = sum + row[nodes[child].token], .letters = letters + 1};
        }
    }
}

}  // namespace makemore
