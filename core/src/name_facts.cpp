#include "makemore/name_facts.hpp"

#include <algorithm>
#include <cassert>

#include "makemore/real_math.hpp"

namespace makemore {

double log_probability(const ProbabilityTable& table, std::span<const Token> name) {
    double sum = 0.0;
    Token context = boundary;
    for (const Token token : name) {
        sum += portable_log(table.row(context)[token]);
        context = token;
    }
    return sum + portable_log(table.row(context)[boundary]);
}

Ranking::Ranking(const ProbabilityTable& table, const NameTrie& names) {
    std::vector<double> logarithms;
    logarithms.reserve(table.cells().size());
    for (const double probability : table.cells()) {
        logarithms.push_back(portable_log(probability));
    }
    const auto logarithm = [&](Token from, Token to) {
        return logarithms[from * table.columns() + to];
    };
    // Down the tree with running sums: the additions of log_probability, in its order.
    sorted_.reserve(names.size());
    const auto nodes = names.nodes();
    std::vector<double> sums(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].is_name) {
            sorted_.push_back(sums[i] + logarithm(nodes[i].token, boundary));
        }
        for (auto child = nodes[i].first_child; child != NameTrie::none;
             child = nodes[child].next_sibling) {
            sums[child] = sums[i] + logarithm(nodes[i].token, nodes[child].token);
        }
    }
    std::ranges::sort(sorted_);
}

double Ranking::share_below(double log_probability) const noexcept {
    if (sorted_.empty()) {
        return 0.0;
    }
    const auto below = std::ranges::lower_bound(sorted_, log_probability) - sorted_.begin();
    return static_cast<double>(below) / static_cast<double>(sorted_.size());
}

std::optional<NameOrder> name_order(std::string_view word) noexcept {
    if (word == "drawn") {
        return NameOrder::drawn;
    }
    if (word == "probability") {
        return NameOrder::probability;
    }
    if (word == "length") {
        return NameOrder::length;
    }
    if (word == "alphabet") {
        return NameOrder::alphabet;
    }
    return std::nullopt;
}

std::vector<std::size_t> places_in_order(NameOrder order, std::span<const std::vector<Token>> names,
                                         std::span<const double> log_probabilities) {
    assert(names.size() == log_probabilities.size());
    std::vector<std::size_t> places(names.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i] = i;
    }
    const auto sort = [&](const auto& comes_first) {
        std::ranges::sort(places, [&](std::size_t a, std::size_t b) {
            return comes_first(a, b) || (!comes_first(b, a) && a < b);
        });
    };
    switch (order) {
        case NameOrder::drawn:
            break;
        case NameOrder::probability:
            sort([&](std::size_t a, std::size_t b) {
                return log_probabilities[a] > log_probabilities[b];
            });
            break;
        case NameOrder::length:
            sort([&](std::size_t a, std::size_t b) { return names[a].size() < names[b].size(); });
            break;
        case NameOrder::alphabet:
            // Tokens are numbered in the order of their code points.
            sort([&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
            break;
    }
    return places;
}

}  // namespace makemore
