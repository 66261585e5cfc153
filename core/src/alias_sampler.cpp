#include "makemore/alias_sampler.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace makemore {

namespace {

// One step of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014).
std::uint64_t split_mix(std::uint64_t& state) noexcept {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

}  // namespace

Xoshiro256::Xoshiro256(std::uint64_t seed) noexcept {
    for (std::uint64_t& word : state_) {
        word = split_mix(seed);
    }
}

std::uint64_t Xoshiro256::next() noexcept {
    auto& [a, b, c, d] = state_;
    const std::uint64_t result = std::rotl(a + d, 23) + a;
    const std::uint64_t shifted = b << 17U;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = std::rotl(d, 45);
    return result;
}

AliasSampler::AliasSampler(const ProbabilityTable& table, std::uint64_t seed,
                           std::size_t length_limit)
    // At least one bit, so that a shift by 64 - bits is always defined.
    : column_bits_(
          std::max(1U, static_cast<unsigned>(std::bit_width(table.columns() - std::size_t{1})))),
      length_limit_(length_limit),
      generator_(seed),
      columns_(table.rows() << column_bits_) {
    assert(table.rows() == table.columns());
    const std::size_t width = std::size_t{1} << column_bits_;
    for (Token context = 0; context < table.rows(); ++context) {
        build_row(table.row(context), std::span(columns_).subspan(context * width, width));
    }
}

// Vose's construction over a power of two of columns: those behind the tokens have probability 0.
void AliasSampler::build_row(std::span<const double> probabilities, std::span<Column> columns) {
    double sum = 0.0;
    for (const double probability : probabilities) {
        sum += probability;
    }
    const auto likeliest =
        static_cast<Token>(std::ranges::max_element(probabilities) - probabilities.begin());
    const auto width = static_cast<double>(columns.size());
    std::vector<double> share(columns.size());  // in columns: 1 fills one
    std::vector<Token> small;
    std::vector<Token> large;
    for (Token token = 0; token < columns.size(); ++token) {
        if (token < probabilities.size()) {
            share[token] = probabilities[token] / sum * width;
        }
        (share[token] < 1.0 ? small : large).push_back(token);
    }
    const auto settle = [&](Token token, Token alias) {
        const double scaled = std::floor(share[token] * 0x1p32);
        // A full column needs no threshold: both of its tokens are the same.
        columns[token] = scaled >= 0x1p32 ? Column{.threshold = 0, .alias = token}
                                          : Column{.threshold = static_cast<std::uint32_t>(scaled),
                                                   .alias = alias};
    };
    while (!small.empty() && !large.empty()) {
        const Token poor = small.back();
        const Token rich = large.back();
        small.pop_back();
        settle(poor, rich);
        share[rich] = (share[rich] + share[poor]) - 1.0;
        if (share[rich] < 1.0) {
            large.pop_back();
            small.push_back(rich);
        }
    }
    for (const Token token : large) {
        columns[token] = {.threshold = 0, .alias = token};
    }
    // Only rounding leaves a column that nobody fills up; it is full, or was to be empty.
    for (const Token token : small) {
        settle(token, share[token] > 0.5 ? token : likeliest);
    }
}

AliasSampler::Filled AliasSampler::fill(std::span<Token> buffer) {
    if (buffer.size() <= unfinished_.size()) {
        return {};
    }
    std::ranges::copy(unfinished_, buffer.begin());
    const Column* const columns = columns_.data();
    const unsigned bits_of_column = column_bits_;
    const unsigned shift = 64U - bits_of_column;
    const std::size_t longest = length_limit_;
    Xoshiro256 generator = generator_;
    std::size_t length = unfinished_.size();
    Token context = unfinished_.empty() ? boundary : unfinished_.back();
    std::size_t names = 0;
    // Which of a column's two tokens it is, and where a name ends, nobody can foresee, a
    // processor's branch prediction neither: so there is no branch.
    for (std::size_t at = length; at < buffer.size(); ++at) {
        const std::uint64_t bits = generator.next();
        const auto column = static_cast<Token>(bits >> shift);
        const Column entry = columns[(std::size_t{context} << bits_of_column) + column];
        const bool own = static_cast<std::uint32_t>(bits) < entry.threshold;
        context = entry.alias ^ ((entry.alias ^ column) & (0U - std::uint32_t{own}));
        if (length == longest) [[unlikely]] {
            context = boundary;
        }
        buffer[at] = context;
        const std::size_t goes_on = context == boundary ? 0 : 1;
        length = (length + 1) & (0 - goes_on);
        names += 1 - goes_on;
    }
    generator_ = generator;
    const auto unfinished = buffer.last(length);
    unfinished_.assign(unfinished.begin(), unfinished.end());
    return {.names = names, .tokens = buffer.size() - length};
}

}  // namespace makemore
