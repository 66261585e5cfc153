// Gradient descent on the one-layer neural bigram: forward, loss, gradient, update.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/error.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// The largest learning rate and L2 weight, of either sign: they are applied as float32.
inline constexpr double largest_setting = 1e38;

/// The lecture's settings are the defaults.
struct TrainingSettings {
    double learning_rate = 50.0;  ///< times the gradient is what a step subtracts
    double l2 = 0.01;             ///< weight of mean(W^2) in the loss
};

/// What is shown of a moment of training.
struct Evaluation {
    double data_loss;        ///< Trainer::data_loss()
    double loss;             ///< Trainer::loss(l2)
    ProbabilityTable table;  ///< Trainer::table()
};

/// Full-batch gradient descent on a table of logits W, started at torch.randn under a seed.
/// Loss = mean negative log likelihood + l2 * mean(W^2), in nats. The weights after k steps are the
/// same 32-bit floats on every target.
class Trainer {
  public:
    /// Precondition: at least one bigram was counted.
    Trainer(const BigramCounts& counts, std::uint64_t seed);
    ~Trainer();
    /// Moved from, it can only be assigned to or destroyed.
    Trainer(Trainer&&) noexcept;
    Trainer& operator=(Trainer&&) noexcept;  ///< Likewise.

    /// Takes up to `steps` steps. Fails, at the last finite weights, at the step whose update would
    /// leave a weight that is not finite. Precondition: both settings lie within
    /// +-largest_setting.
    [[nodiscard]] Result<void> run(std::uint64_t steps, const TrainingSettings& settings);

    /// Steps taken so far.
    [[nodiscard]] std::uint64_t steps() const noexcept;
    /// Mean negative log likelihood of the present weights, in nats, without the L2 term.
    [[nodiscard]] double data_loss() const;
    /// data_loss() + l2 * mean(W^2).
    [[nodiscard]] double loss(double l2) const;
    /// Row-major, V x V.
    [[nodiscard]] std::vector<float> weights() const;
    /// Puts the weights of an earlier moment, and its step, back. Precondition: row-major, V x V.
    void restore(std::span<const float> row_major_weights, std::uint64_t step);
    /// Gradient of loss(l2) at the present weights, row-major, V x V: what the next step subtracts,
    /// times the learning rate.
    [[nodiscard]] std::vector<float> gradient(double l2) const;
    /// The slope of loss(l2) along one weight by central difference, (L(w + h) - L(w - h)) / 2h,
    /// with w +- h rounded to float32. Precondition: h > 0 changes the weight.
    [[nodiscard]] double difference_quotient(Token row, Token column, double l2, float h) const;
    /// softmax of each row of the weights.
    [[nodiscard]] ProbabilityTable table() const;
    /// data_loss(), loss(l2) and table() together, to the same bits, for little more than one.
    [[nodiscard]] Evaluation evaluate(double l2) const;

  private:
    class State;
    std::unique_ptr<State> state_;
};

/// FNV-1a, 64 bit, over the little-endian bytes of the floats, as 16 hexadecimal digits.
/// (Fowler, Noll, Vo: the IETF draft draft-eastlake-fnv.)
[[nodiscard]] std::string fingerprint(const std::vector<float>& weights);

}  // namespace makemore
