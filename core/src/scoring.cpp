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
