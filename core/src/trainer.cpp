#include "makemore/trainer.hpp"

#include <bit>
#include <cassert>
#include <cmath>
#include <ranges>
#include <utility>

#include "makemore/kernels.hpp"
#include "makemore/random.hpp"

namespace makemore {

class Trainer::State {
  public:
    State(const BigramCounts& training_counts, std::uint64_t seed)
        : counts(training_counts),
          shares(counts.cells(), counts.size(), counts.size()),
          weights(TorchGenerator(seed).normal_floats(counts.cells().size()), counts.size(),
                  counts.size()),
          next_weights(counts.size(), counts.size()) {}

    // mean(W^2), summed row by row.
    [[nodiscard]] static double mean_square(const LaneTable& logits) {
        double squares = 0.0;
        for (std::size_t row = 0; row < logits.rows(); ++row) {
            for (std::size_t column = 0; column < logits.columns(); ++column) {
                const auto weight = static_cast<double>(logits.at(row, column));
                squares += weight * weight;
            }
        }
        return squares / static_cast<double>(logits.rows() * logits.columns());
    }

    [[nodiscard]] double loss_of(const LaneTable& logits, double l2) const {
        return cross_entropy(logits, counts.cells()) + l2 * mean_square(logits);
    }

    // Slope of l2 * mean(W^2) per unit of weight.
    [[nodiscard]] float l2_slope(double l2) const {
        return static_cast<float>(2.0 * l2 / static_cast<double>(counts.cells().size()));
    }

    BigramCounts counts;
    CountShares shares;
    LaneTable weights;
    LaneTable next_weights;
    std::uint64_t steps = 0;
};

Trainer::Trainer(const BigramCounts& counts, std::uint64_t seed)
    : state_(std::make_unique<State>(counts, seed)) {}
Trainer::~Trainer() = default;
Trainer::Trainer(Trainer&&) noexcept = default;
Trainer& Trainer::operator=(Trainer&&) noexcept = default;

Result<void> Trainer::run(std::uint64_t steps, const TrainingSettings& settings) {
    assert(std::abs(settings.learning_rate) <= largest_setting &&
           std::abs(settings.l2) <= largest_setting);
    const auto learning_rate = static_cast<float>(settings.learning_rate);
    const float l2_slope = state_->l2_slope(settings.l2);
    for (std::uint64_t step = 0; step < steps; ++step) {
        if (!descend(state_->weights, state_->shares, l2_slope, learning_rate,
                     state_->next_weights)) {
            return std::unexpected(Error{
                .message = "training stopped at step " + std::to_string(state_->steps) +
                           ": the next one would make a weight infinite; lower the learning rate "
                           "or the L2 weight and start again"});
        }
        std::swap(state_->weights, state_->next_weights);
        ++state_->steps;
    }
    return {};
}

std::uint64_t Trainer::steps() const noexcept { return state_->steps; }

double Trainer::data_loss() const { return cross_entropy(state_->weights, state_->counts.cells()); }

double Trainer::loss(double l2) const { return state_->loss_of(state_->weights, l2); }

std::vector<float> Trainer::weights() const { return state_->weights.row_major(); }

void Trainer::restore(std::span<const float> row_major_weights, std::uint64_t step) {
    state_->weights = LaneTable(row_major_weights, state_->counts.size(), state_->counts.size());
    state_->steps = step;
}

std::vector<float> Trainer::gradient(double l2) const {
    LaneTable slopes(state_->counts.size(), state_->counts.size());
    makemore::gradient(state_->weights, state_->shares, state_->l2_slope(l2), slopes);
    return slopes.row_major();
}

double Trainer::difference_quotient(Token row, Token column, double l2, float h) const {
    LaneTable logits = state_->weights;
    float& weight = logits.at(row, column);
    const float before = weight;
    const float above = before + h;
    const float below = before - h;
    assert(above > below);
    weight = above;
    const double loss_above = state_->loss_of(logits, l2);
    weight = below;
    const double loss_below = state_->loss_of(logits, l2);
    return (loss_above - loss_below) / (static_cast<double>(above) - static_cast<double>(below));
}

ProbabilityTable Trainer::table() const {
    const std::size_t size = state_->counts.size();
    std::vector<double> cells(size * size);
    softmax(state_->weights, cells);
    return {size, size, std::move(cells)};
}

Evaluation Trainer::evaluate(double l2) const {
    const std::size_t size = state_->counts.size();
    std::vector<double> cells(size * size);
    const double data_loss =
        cross_entropy_and_softmax(state_->weights, state_->counts.cells(), cells);
    return {.data_loss = data_loss,
            .loss = data_loss + l2 * State::mean_square(state_->weights),
            .table = {size, size, std::move(cells)}};
}

std::string fingerprint(const std::vector<float>& weights) {
    constexpr std::uint64_t offset_basis = 0xcbf29ce484222325;
    constexpr std::uint64_t prime = 0x100000001b3;
    std::uint64_t hash = offset_basis;
    for (const float weight : weights) {
        const auto bits = std::bit_cast<std::uint32_t>(weight);
        for (unsigned shift = 0; shift < 32; shift += 8) {
            hash = (hash ^ ((bits >> shift) & 0xFFU)) * prime;
        }
    }
    std::string digits(16, '0');
    for (char& digit : std::views::reverse(digits)) {
        digit = "0123456789abcdef"[hash & 0xFU];
        hash >>= 4U;
    }
    return digits;
}

}  // namespace makemore
