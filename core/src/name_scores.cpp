#include "makemore/name_scores.hpp"

#include "makemore/name_facts.hpp"
#include "makemore/real_math.hpp"

namespace makemore {

std::vector<NameScore> score_names(const ProbabilityTable& table, const NameTrie& names) {
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
    std::vector<NameScore> scores;
    scores.reserve(names.size());
    const auto nodes = names.nodes();
    std::vector<Beginning> beginnings(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const auto& [sum, letters] = beginnings[i];
        const auto row = std::span(logarithms).subspan(nodes[i].token * table.columns());
        if (nodes[i].is_name) {
            scores.push_back({.log_probability = sum + row[boundary], .letters = letters});
        }
        for (auto child = nodes[i].first_child; child != NameTrie::none;
             child = nodes[child].next_sibling) {
            beginnings[child] = {.sum = sum + row[nodes[child].token], .letters = letters + 1};
        }
    }
    return scores;
}

std::vector<NameScore> score_names(const ProbabilityTable& table,
                                   std::span<const std::vector<Token>> names) {
    std::vector<NameScore> scores;
    scores.reserve(names.size());
    for (const auto& name : names) {
        scores.push_back({.log_probability = log_probability(table, name), .letters = name.size()});
    }
    return scores;
}

}  // namespace makemore
