// How surprised a table is by names: negative log likelihood, in nats.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// One bigram of a scored word.
struct BigramScore {
    Token from;
    Token to;
    double probability;
    double loss;  ///< -ln(probability), in nats; +infinity where the probability is 0.
};

/// A scored word: its bigrams, boundaries included, and their mean loss in nats.
struct WordScore {
    std::vector<BigramScore> bigrams;
    double loss;  ///< +infinity if one bigram's loss is.
};

/// Scores one word (tokens without boundaries; may be empty). Precondition: known tokens.
[[nodiscard]] WordScore score_word(const ProbabilityTable& table, std::span<const Token> word);

/// Mean negative log likelihood of all counted bigrams under the table, in nats:
/// -(1/n) sum_ij N[i][j] ln P[i][j], summed row by row with compensation; +infinity where a counted
/// bigram has probability 0. Precondition: equal shapes, at least one bigram.
[[nodiscard]] double mean_loss(const ProbabilityTable& table, const BigramCounts& counts);

}  // namespace makemore
