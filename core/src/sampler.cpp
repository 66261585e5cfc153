#include "makemore/sampler.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>

#include "makemore/real_math.hpp"

namespace makemore {

namespace {

constexpr std::uint64_t mcg31_modulus = 2'147'483'647;
constexpr std::uint64_t mcg31_multiplier = 1'132'489'760;

// Running sums in float32, divided by the last and ended with exactly 1, as torch builds them.
void accumulate_row(std::span<float> row) {
    float sum = 0.0F;
    for (float& value : row) {
        sum += value;
        value = sum;
    }
    for (float& value : row) {
        value /= sum;
    }
    row.back() = 1.0F;
}

Token reach(std::span<const float> cumulative, double uniform) {
    const auto found = std::ranges::lower_bound(
        cumulative, uniform, std::less<>(), [](float value) { return static_cast<double>(value); });
    return static_cast<Token>(found - cumulative.begin());
}

// The first maximum of probability / exponential draw; `next_exponential` is called once a column.
template <typename NextExponential>
Token draw_race(std::span<const float> probabilities, NextExponential next_exponential) {
    float best = -1.0F;
    Token winner = 0;
    for (Token token = 0; token < probabilities.size(); ++token) {
        const float value = probabilities[token] / next_exponential();
        if (value > best) {
            best = value;
            winner = token;
        }
    }
    return winner;
}

}  // namespace

std::optional<SamplerKind> sampler_kind(std::string_view name) noexcept {
    if (name == "cdf") {
        return SamplerKind::cdf;
    }
    if (name == "race") {
        return SamplerKind::race;
    }
    if (name == "mkl") {
        return SamplerKind::mkl;
    }
    return std::nullopt;
}

Sampler::Sampler(const ProbabilityTable& table, SamplerKind kind, TorchGenerator generator,
                 std::size_t length_limit)
    : columns_(table.columns()), kind_(kind), length_limit_(length_limit), generator_(generator) {
    assert(table.rows() == table.columns());
    const auto cells = table.cells();
    rows_.reserve(cells.size());
    for (const double probability : cells) {
        rows_.push_back(static_cast<float>(probability));
    }
    if (kind_ == SamplerKind::cdf) {
        for (std::size_t start = 0; start < rows_.size(); start += columns_) {
            accumulate_row(std::span(rows_).subspan(start, columns_));
        }
    }
}

// From cumulative sums for the cdf sampler, from probabilities for the others.
Draw Sampler::choose(std::span<const float> row) {
    if (kind_ != SamplerKind::cdf) {
        return {.context = boundary, .token = race(row)};
    }
    Draw draw{.context = boundary, .token = boundary};
    draw.uniform = generator_.uniform_double();
    draw.token = reach(row, draw.uniform);
    draw.below = draw.token == 0 ? 0.0 : static_cast<double>(row[draw.token - 1]);
    draw.upto = static_cast<double>(row[draw.token]);
    return draw;
}

Token Sampler::race(std::span<const float> probabilities) {
    if (kind_ == SamplerKind::race) {
        return draw_race(probabilities, [this] { return generator_.exponential_float(); });
    }
    std::uint64_t state = std::max<std::uint64_t>(generator_.random32() % mcg31_modulus, 1);
    return draw_race(probabilities, [&state] {
        const double u = static_cast<double>(state) / static_cast<double>(mcg31_modulus);
        state = state * mcg31_multiplier % mcg31_modulus;
        return static_cast<float>(static_cast<double>(std::numeric_limits<float>::min()) -
                                  portable_log(u));
    });
}

Draw Sampler::draw(Token context) {
    Draw draw = choose(std::span<const float>(rows_).subspan(context * columns_, columns_));
    draw.context = context;
    return draw;
}

Token Sampler::draw_from(std::span<const float> weights) {
    assert(weights.size() == columns_);
    Token token = boundary;
    if (kind_ == SamplerKind::cdf) {
        row_.assign(weights.begin(), weights.end());
        accumulate_row(row_);
        token = choose(row_).token;
    } else {
        token = choose(weights).token;
    }
    // Only a uniform of exactly 0 reaches a weight of 0: all running sums before the first other.
    while (weights[token] == 0.0F) {
        ++token;
    }
    return token;
}

SampledName Sampler::next() {
    SampledName name;
    Token token = boundary;
    while ((token = draw(token).token) != boundary) {
        if (name.tokens.size() == length_limit_) {
            name.cut = true;
            break;
        }
        name.tokens.push_back(token);
    }
    return name;
}

std::vector<Draw> Sampler::next_draws() {
    std::vector<Draw> draws;
    Token context = boundary;
    do {
        draws.push_back(draw(context));
        context = draws.back().token;
    } while (context != boundary && draws.size() <= length_limit_);
    return draws;
}

}  // namespace makemore
