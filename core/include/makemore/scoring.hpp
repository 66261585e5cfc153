// How surprised a table is by names: negative log likelihood, in nats.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// One bigram of a scored word.
struct BigramScore {
    Token from;          ///< the context
    Token to;            ///< what followed
    double probability;  ///< of `to` after `from`
    double loss;         ///< -ln(probability), in nats; +infinity where the probability is 0.
};

/// A scored word: its bigrams, boundaries included, and their mean loss in nats.
struct WordScore {
    std::vector<BigramScore> bigrams;  ///< of the word, boundaries at both ends included
    double loss;                       ///< +infinity if one bigram's loss is.
};

/// Scores one word (tokens without boundaries; may be empty). Precondition: known tokens.
[[nodiscard]] WordScore score_word(const ProbabilityTable& table, std::span<const Token> word);

/// Mean negative log likelihood of all counted bigrams under the table, in nats:
/// -(1/n) sum_ij N[i][j] ln P[i][j], summed row by row with compensation; +infinity where a counted
/// bigram has probability 0. Precondition: equal shapes, at least one bigram.
[[nodiscard]] double mean_loss(const ProbabilityTable& table, const BigramCounts& counts);

/// How likely a table finds some words together, by the two ways of keeping it.
struct Likelihood {
    std::uint64_t bigrams = 0;    ///< how many the mean is over
    float product = 1.0F;         ///< of all probabilities, in float32 as in the lecture: soon 0
    double log_likelihood = 0.0;  ///< the sum of their logarithms, in nats; -infinity at a 0

    /// Takes in one more word (tokens without boundaries). Precondition: known tokens.
    void add(const ProbabilityTable& table, std::span<const Token> word);
};

/// How far q is from p, row by row: KL(p || q) = sum_j p_j ln(p_j / q_j), in nats, one value a row.
/// +infinity where q is 0 and p is not; terms with p = 0 count nothing. Precondition: equal shapes.
[[nodiscard]] std::vector<double> row_divergence(const ProbabilityTable& p,
                                                 const ProbabilityTable& q);

/// Mean negative log likelihood, in nats, of the best model that knows how often each token comes
/// but not after which: the entropy of the column totals. Precondition: at least one bigram.
[[nodiscard]] double single_letter_loss(const BigramCounts& counts);

}  // namespace makemore
