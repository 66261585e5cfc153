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

Ranking::Ranking(std::span<const NameScore> names) {
    sorted_.reserve(names.size());
    for (const NameScore& name : names) {
        sorted_.push_back(name.log_probability);
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
