// Any rules on any small table: the chain's probability is that of every name tried, names drawn
// keep the rules, and without repeats each name comes once and then the supply is over.
#include <algorithm>
#include <array>
#include <numeric>
#include <set>
#include <vector>

#include "core/rules_support.hpp"
#include "fuzz.hpp"
#include "makemore/name_generator.hpp"
#include "makemore/name_trie.hpp"

namespace {

using namespace makemore;
using makemore::fuzz::Choices;
using makemore::fuzz::require;
using makemore::test::Name;

constexpr std::size_t most_tried = 300;

ProbabilityTable chosen_table(Choices& choices, std::size_t size) {
    std::vector<double> cells(size * size);
    for (std::size_t row = 0; row < size; ++row) {
        const auto probabilities = std::span(cells).subspan(row * size, size);
        for (double& cell : probabilities) {
            cell = static_cast<double>(choices.below(4));
        }
        if (std::ranges::none_of(probabilities, [](double cell) { return cell > 0.0; })) {
            probabilities[boundary] = 1.0;
        }
        const double total = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
        for (double& cell : probabilities) {
            cell /= total;
        }
    }
    return {size, size, cells};
}

Name chosen_string(Choices& choices, std::size_t size, std::size_t longest) {
    Name string(choices.below(longest + 1));
    for (Token& letter : string) {
        letter = static_cast<Token>(1 + choices.below(size - 1));
    }
    return string;
}

std::vector<Name> chosen_strings(Choices& choices, std::size_t size) {
    std::vector<Name> strings;
    for (std::size_t i = choices.below(3); i > 0; --i) {
        if (Name string = chosen_string(choices, size, 3); !string.empty()) {
            strings.push_back(std::move(string));
        }
    }
    return strings;
}

Rules chosen_rules(Choices& choices, std::size_t size, std::size_t longest) {
    Rules rules;
    rules.starts_with = chosen_string(choices, size, 3);
    rules.ends_with = chosen_string(choices, size, 3);
    rules.contains = chosen_strings(choices, size);
    rules.not_contains = chosen_strings(choices, size);
    rules.max_length = longest;
    rules.min_length = choices.below(longest + 1);
    return rules;
}

void try_it(Choices& choices) {
    const std::size_t size = 2 + choices.below(3);
    const std::size_t longest = 1 + choices.below(5);
    const ProbabilityTable table = chosen_table(choices, size);
    const Rules rules = chosen_rules(choices, size, longest);
    const SamplerKind sampler =
        std::array{SamplerKind::cdf, SamplerKind::race, SamplerKind::mkl}[choices.below(3)];

    std::set<Name> possible;
    double probability = 0.0;
    test::for_each_beginning(table, longest, [&](const Name& name, double, double ended) {
        if (ended > 0.0 && test::keeps(rules, name)) {
            possible.insert(name);
            probability += ended;
        }
    });
    std::vector<Name> excluded;
    for (const Name& name : possible) {
        if (choices.below(4) == 1) {
            excluded.push_back(name);
        }
    }
    NameTrie trie;
    for (const Name& name : excluded) {
        trie.add(name);
    }
    auto generator = NameGenerator::make(
        table, rules, test::letters(size),
        {.sampler = sampler, .generator = TorchGenerator(7), .excluded = &trie, .unique = true});
    require(generator.has_value() == !possible.empty(), "rules that no name keeps are refused");
    if (!generator) {
        require(!generator.error().message.empty(), "a refusal has a reason");
        return;
    }
    require(test::agree(generator->request_probability(), probability),
            "the request has the probability of every name that keeps it");
    std::set<Name> expected = possible;
    for (const Name& name : excluded) {
        expected.erase(name);
    }
    require(generator->supply() == expected.size(), "the supply is counted");
    for (std::size_t drawn = 0; drawn < std::min(expected.size(), most_tried); ++drawn) {
        const auto name = generator->next();
        require(name && *name && expected.contains((*name)->tokens), "a name that may be given");
        require(generator->supply() + drawn + 1 == possible.size() - excluded.size(),
                "each name comes once");
    }
    if (expected.size() <= most_tried) {
        const auto over = generator->next();
        require(over && !*over && !generator->exhausted_reason().empty(), "the supply is over");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Choices choices({data, size});
    try_it(choices);
    return 0;
}
