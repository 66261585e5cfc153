#include "makemore/scoring.hpp"

#include <cassert>

#include "makemore/real_math.hpp"

namespace makemore {

namespace {

// Neumaier's compensated sum (ZAMM 54, 1974): the error stays near one rounding, whatever the
// count.
class CompensatedSum {
  public:
    void add(double term) noexcept {
        const double next = sum_ + term;
        const bool sum_is_larger = (sum_ < 0 ? -sum_ : sum_) >= (term < 0 ? -term : term);
        lost_ += sum_is_larger ? (sum_ - next) + term : (term - next) + sum_;
        sum_ = next;
    }
    [[nodiscard]] double value() const noexcept { return sum_ + lost_; }

  private:
    double sum_ = 0.0;
    double lost_ = 0.0;
};

}  // namespace

WordScore score_word(const ProbabilityTable& table, std::span<const Token> word) {
    WordScore score;
    score.bigrams.reserve(word.size() + 1);
    CompensatedSum sum;
    bool infinite = false;
    const auto add = [&](Token from, Token to) {
        const double probability = table.row(from)[to];
        const double loss = -portable_log(probability);
        infinite = infinite || probability == 0.0;
        sum.add(infinite ? 0.0 : loss);
        score.bigrams.push_back({from, to, probability, loss});
    };
    Token previous = boundary;
    for (const Token token : word) {
        add(previous, token);
        previous = token;
    }
    add(previous, boundary);
    score.loss = infinite ? std::numeric_limits<double>::infinity()
                          : sum.value() / static_cast<double>(score.bigrams.size());
    return score;
}

void Likelihood::add(const ProbabilityTable& table, std::span<const Token> word) {
    for (const auto& bigram : score_word(table, word).bigrams) {
        ++bigrams;
        product *= static_cast<float>(bigram.probability);
        log_likelihood -= bigram.loss;
    }
}

std::vector<double> row_divergence(const ProbabilityTable& p, const ProbabilityTable& q) {
    assert(p.rows() == q.rows() && p.columns() == q.columns());
    std::vector<double> divergences;
    divergences.reserve(p.rows());
    for (Token context = 0; context < p.rows(); ++context) {
        const auto expected = p.row(context);
        const auto other = q.row(context);
        CompensatedSum sum;
        bool infinite = false;
        // Smoothed counts give long stretches of one probability.
        double last = 1.0;
        double log_of_last = 0.0;
        for (std::size_t token = 0; token < expected.size(); ++token) {
            if (expected[token] == 0.0) {
                continue;
            }
            if (expected[token] != last) {
                last = expected[token];
                log_of_last = portable_log(last);
            }
            infinite = infinite || other[token] == 0.0;
            sum.add(infinite ? 0.0 : last * (log_of_last - portable_log(other[token])));
        }
        divergences.push_back(infinite ? std::numeric_limits<double>::infinity() : sum.value());
    }
    return divergences;
}

double single_letter_loss(const BigramCounts& counts) {
    std::vector<std::uint64_t> totals(counts.size());
    for (Token previous = 0; previous < counts.size(); ++previous) {
        const auto row = counts.row(previous);
        for (std::size_t next = 0; next < row.size(); ++next) {
            totals[next] += row[next];
        }
    }
    const auto n = static_cast<double>(counts.total());
    CompensatedSum sum;
    for (const std::uint64_t total : totals) {
        if (total != 0) {
            const double share = static_cast<double>(total) / n;
            sum.add(-share * portable_log(share));
        }
    }
    return sum.value();
}

double mean_loss(const ProbabilityTable& table, const BigramCounts& counts) {
    assert(table.rows() == counts.size() && table.columns() == counts.size());
    CompensatedSum sum;
    const auto cells = counts.cells();
    const auto probabilities = table.cells();
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell] == 0) {
            continue;
        }
        if (probabilities[cell] == 0.0) {
            return std::numeric_limits<double>::infinity();
        }
        sum.add(-static_cast<double>(cells[cell]) * portable_log(probabilities[cell]));
    }
    return sum.value() / static_cast<double>(counts.total());
}

}  // namespace makemore
