// What the tests of rules share: random tables and rules, and every name there is, one by one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <vector>

#include "makemore/conditioned_chain.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rules.hpp"

namespace makemore::test {

using Name = std::vector<Token>;

/// The first letters of the alphabet, behind the boundary.
inline Vocabulary letters(std::size_t size) {
    std::u32string characters;
    for (std::size_t i = 1; i < size; ++i) {
        characters += static_cast<char32_t>('a' + i - 1);
    }
    return Vocabulary(characters);
}

/// Rows of whole 64ths that sum to exactly 1, about a third of them 0.
inline ProbabilityTable random_table(std::mt19937& random, std::size_t size) {
    std::vector<double> cells(size * size);
    for (std::size_t row = 0; row < size; ++row) {
        std::vector<std::size_t> open;
        for (std::size_t column = 0; column < size; ++column) {
            if (random() % 3 != 0) {
                open.push_back(column);
            }
        }
        if (open.empty()) {
            open.push_back(random() % size);
        }
        for (int unit = 0; unit < 64; ++unit) {
            cells[row * size + open[random() % open.size()]] += 1.0 / 64;
        }
    }
    return {size, size, cells};
}

inline Name random_string(std::mt19937& random, std::size_t size, std::size_t longest) {
    Name string(1 + random() % longest);
    for (Token& letter : string) {
        letter = static_cast<Token>(1 + random() % (size - 1));
    }
    return string;
}

/// A few string rules, each kind now and then; no lengths.
inline Rules random_rules(std::mt19937& random, std::size_t size) {
    Rules rules;
    if (random() % 3 == 0) {
        rules.starts_with = random_string(random, size, 3);
    }
    if (random() % 3 == 0) {
        rules.ends_with = random_string(random, size, 3);
    }
    for (std::size_t i = random() % 3; i > 0; --i) {
        rules.contains.push_back(random_string(random, size, 3));
    }
    for (std::size_t i = random() % 3; i > 0; --i) {
        rules.not_contains.push_back(random_string(random, size, 3));
    }
    return rules;
}

/// Whether a name keeps the rules: the definition.
inline bool keeps(const Rules& rules, const Name& name) {
    const auto contains = [&](const Name& part) {
        return !std::ranges::search(name, part).empty() || part.empty();
    };
    const std::span letters(name);
    const auto starts = [&](const Name& start) {
        return name.size() >= start.size() &&
               std::ranges::equal(letters.first(start.size()), start);
    };
    const auto ends = [&](const Name& end) {
        return name.size() >= end.size() && std::ranges::equal(letters.last(end.size()), end);
    };
    return starts(rules.starts_with) && ends(rules.ends_with) &&
           std::ranges::all_of(rules.contains, contains) &&
           std::ranges::none_of(rules.not_contains, contains) && name.size() >= rules.min_length &&
           name.size() <= rules.max_length.value_or(name.size());
}

/// Visits every beginning of up to `longest` letters that the table can draw: its probability, and
/// that of the name that ends there.
inline void for_each_beginning(const ProbabilityTable& table, std::size_t longest,
                               const std::function<void(const Name&, double, double)>& visit) {
    Name name;
    const std::function<void(double)> descend = [&](double probability) {
        const auto row = table.row(name.empty() ? boundary : name.back());
        visit(name, probability, probability * row[boundary]);
        if (name.size() == longest) {
            return;
        }
        for (Token letter = 1; letter < row.size(); ++letter) {
            if (row[letter] > 0.0) {
                name.push_back(letter);
                descend(probability * row[letter]);
                name.pop_back();
            }
        }
    };
    descend(1.0);
}

/// The names that may be drawn from a beginning on, by trying all: their mass, given the beginning.
struct Remaining {
    double mass = 0.0;
    std::uint64_t names = 0;
};
inline Remaining remaining(const ProbabilityTable& table, const Rules& rules, std::size_t longest,
                           const Name& beginning,
                           const std::function<bool(const Name&)>& excluded = {}) {
    Remaining result;
    double of_beginning = 0.0;
    for_each_beginning(table, longest, [&](const Name& name, double probability, double ended) {
        if (name == beginning) {
            of_beginning = probability;
        }
        const bool continues = name.size() >= beginning.size() &&
                               std::equal(beginning.begin(), beginning.end(), name.begin());
        if (continues && ended > 0.0 && keeps(rules, name) && !(excluded && excluded(name))) {
            result.mass += ended;
            ++result.names;
        }
    });
    result.mass /= of_beginning;
    return result;
}

/// Whether two numbers agree to a share of themselves.
inline bool agree(double a, double b, double relative = 1e-12) {
    return a == b || (a > b ? a - b : b - a) <= relative * std::max(a, b);
}

}  // namespace makemore::test
