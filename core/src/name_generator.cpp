#include "makemore/name_generator.hpp"

#include <cassert>
#include <utility>

namespace makemore {

Result<NameGenerator> NameGenerator::make(const ProbabilityTable& table, const Rules& rules,
                                          const Vocabulary& vocabulary,
                                          const DrawingOptions& options) {
    if (is_free(rules) && options.excluded == nullptr && !options.unique) {
        return NameGenerator(table, std::nullopt, options);
    }
    auto chain = ConditionedChain::make(table, rules, vocabulary);
    if (!chain) {
        return std::unexpected(chain.error());
    }
    return NameGenerator(table, *std::move(chain), options);
}

NameGenerator::NameGenerator(const ProbabilityTable& table, std::optional<ConditionedChain> chain,
                             const DrawingOptions& options)
    : sampler_(table, options.sampler, options.generator),
      chain_(std::move(chain)),
      unique_(options.unique),
      new_only_(options.excluded != nullptr),
      masses_(table.columns()),
      row_(table.columns()) {
    if (chain_) {
        supply_.emplace(*chain_, options.excluded);
    }
}

Result<std::optional<SampledName>> NameGenerator::next() {
    if (!chain_) {
        return sampler_.next();
    }
    if (supply_->names() == 0) {
        return std::nullopt;
    }
    SampledName name;
    NameSupply::Place place;
    while (true) {
        const Token token = draw(place);
        if (token == boundary) {
            break;
        }
        if (!chain_->rules().max_length && name.tokens.size() == default_length_limit) {
            return std::unexpected(Error{.message = "a name went past " +
                                                    std::to_string(default_length_limit) +
                                                    " letters; give a maximum length"});
        }
        name.tokens.push_back(token);
        place = supply_->after(*chain_, place, token);
    }
    if (unique_) {
        supply_->exclude(*chain_, name.tokens);
    }
    ++given_;
    return name;
}

// The row's probabilities times what is left behind each letter, by the chosen sampler; unchanged
// where the same is left behind each that can come.
Token NameGenerator::draw(NameSupply::Place place) {
    const auto probabilities = chain_->row(place.node);
    supply_->masses(*chain_, place, masses_);
    std::optional<Mass> first;
    bool equal = true;
    for (Token token = 0; token < probabilities.size(); ++token) {
        if (probabilities[token] > 0.0) {
            first = first.value_or(masses_[token]);
            equal = equal && masses_[token] == *first;
        }
    }
    if (equal) {
        // torch's cdf now and then draws a letter of probability 0; then the row is drawn from
        // anew.
        const Token token = sampler_.draw(chain_->context(place.node)).token;
        if (probabilities[token] > 0.0) {
            return token;
        }
    }
    Mass total;
    for (Token token = 0; token < probabilities.size(); ++token) {
        masses_[token] = Mass(probabilities[token]) * masses_[token];
        total += masses_[token];
    }
    assert(!total.is_zero());
    for (Token token = 0; token < probabilities.size(); ++token) {
        row_[token] = static_cast<float>((masses_[token] / total).value());
    }
    return sampler_.draw_from(row_);
}

std::string NameGenerator::exhausted_reason() const {
    const bool free = !chain_ || is_free(chain_->rules());
    const std::string name = new_only_ ? "new name" : "name";
    if (given_ == 0) {
        return free ? "no new name is left: every name the model can draw is in the list"
                    : "no new name keeps these rules: all that do are in the list";
    }
    if (given_ == 1) {
        return "only 1 " + name + (free ? " exists" : " keeps these rules") + "; it is given";
    }
    return "only " + std::to_string(given_) + " " + name +
           (free ? "s exist" : "s keep these rules") + "; all are given";
}

}  // namespace makemore
