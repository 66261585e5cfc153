#include "makemore/kernels.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cfloat>
#include <numeric>

#include "makemore/real_math.hpp"

static_assert(FLT_EVAL_METHOD == 0, "float arithmetic must round to float: no x87");

namespace makemore {

namespace {

using Floats = xsimd::batch<float>;
using Integers = xsimd::batch<std::int32_t>;
using Doubles = xsimd::batch<double>;
using Bits = xsimd::batch<std::uint64_t>;
static_assert(Floats::size == 2 * Doubles::size);

double total_of(std::span<const std::uint64_t> counts) {
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
}

// A vector that a compiler does not know to be constant: V8 writes one that is out anew wherever it
// is used, which takes longer than to use it.
Floats unknown(const volatile float& value) { return {value}; }

namespace exp_parts {
constexpr float lowest = -87.0F;
constexpr float log2_e = 0x1.715476p+0F;
constexpr float round_to_integer = 0x1.8p23F;
constexpr float ln2_high = 0x1.62e4p-1F;
constexpr float ln2_low = 0x1.7f7d1cp-20F;
constexpr float p3 = 0x1.106280p-7F;
constexpr float p2 = 0x1.572a02p-5F;
constexpr float p1 = 0x1.5557aep-3F;
constexpr float p0 = 0x1.fffdfcp-2F;
constexpr float one = 1.0F;
}  // namespace exp_parts

// e^x for -infinity < x <= 0, within a relative 2.5e-7; below -87 it stays at e^-87, 1.6e-38.
// x = n ln 2 + r with |r| <= ln(2) / 2; e^r = 1 + r + r^2 P(r), P the minimax polynomial of degree
// 3 (found with the Remez exchange); 2^n is added to the exponent bits.
class ExpOfNonpositive {
  public:
    Floats operator()(Floats x) const {
        x = xsimd::max(x, lowest_);
        const Floats shifted = x * log2_e_ + round_to_integer_;
        const Floats n = shifted - round_to_integer_;
        const Floats r = (x - n * ln2_high_) - n * ln2_low_;
        Floats p = p3_;
        p = p * r + p2_;
        p = p * r + p1_;
        p = p * r + p0_;
        const Floats power = (p * r * r + r) + one_;
        // The low bits of `shifted` hold n; the rest of it leaves at the top.
        const Integers exponent = xsimd::bitwise_cast<std::int32_t>(shifted) << 23;
        return xsimd::bitwise_cast<float>(xsimd::bitwise_cast<std::int32_t>(power) + exponent);
    }

  private:
    Floats lowest_ = unknown(exp_parts::lowest);
    Floats log2_e_ = unknown(exp_parts::log2_e);
    Floats round_to_integer_ = unknown(exp_parts::round_to_integer);
    Floats ln2_high_ = unknown(exp_parts::ln2_high);
    Floats ln2_low_ = unknown(exp_parts::ln2_low);
    Floats p3_ = unknown(exp_parts::p3);
    Floats p2_ = unknown(exp_parts::p2);
    Floats p1_ = unknown(exp_parts::p1);
    Floats p0_ = unknown(exp_parts::p0);
    Floats one_ = unknown(exp_parts::one);
};

// portable_exp for x <= 0, to the same bits.
Doubles portable_exp_of_nonpositive(Doubles x) {
    const Doubles round_to_integer(portable_exp_parts::round_to_integer);
    // Below, e^x is zero in double.
    x = xsimd::max(x, Doubles(-746.0));
    const Doubles shifted = x * Doubles(portable_exp_parts::log2_e) + round_to_integer;
    const Doubles n = shifted - round_to_integer;
    const Doubles r =
        (x - n * Doubles(portable_exp_parts::ln2_high)) - n * Doubles(portable_exp_parts::ln2_low);
    Doubles polynomial(portable_exp_parts::coefficients.front());
    for (std::size_t i = 1; i < portable_exp_parts::coefficients.size(); ++i) {
        polynomial = polynomial * r + Doubles(portable_exp_parts::coefficients[i]);
    }
    const Doubles power = Doubles(1.0) + (r + r * r * polynomial);
    // 2^n in two factors, as 2^n alone may be subnormal. The bits of `shifted` count up with n;
    // lifted above zero, half of n is a shift.
    constexpr std::uint64_t lift = 1078;
    constexpr std::uint64_t bias = 1023;
    const Bits lifted = xsimd::bitwise_cast<std::uint64_t>(shifted) -
                        xsimd::bitwise_cast<std::uint64_t>(round_to_integer) + Bits(lift);
    const Bits half = lifted >> 1;
    const auto power_of_two = [](Bits exponent) {
        return xsimd::bitwise_cast<double>((exponent + Bits(bias - lift / 2)) << 52);
    };
    return power * power_of_two(half) * power_of_two(lifted - half);
}

template <typename Value>
struct alignas(Floats::arch_type::alignment()) Lanes : std::array<Value, Floats::size> {};

// The largest of each row of a block.
Lanes<float> largest_of_rows(const float* block, std::size_t columns) {
    Floats largest = Floats::load_aligned(block);
    for (std::size_t column = 1; column < columns; ++column) {
        largest = xsimd::max(largest, Floats::load_aligned(block + column * Floats::size));
    }
    Lanes<float> lanes;
    largest.store_aligned(lanes.data());
    return lanes;
}

// exp(W - largest of its row), a column of a block at a time: use(column, W - largest, power) for
// each. Returns the sum of each row.
template <typename Use>
Lanes<double> sum_powers(const float* block, std::size_t columns, Use use) {
    const auto largest = largest_of_rows(block, columns);
    std::array<Doubles, 2> sums{Doubles(0.0), Doubles(0.0)};
    for (std::size_t column = 0; column < columns; ++column) {
        Lanes<double> below;
        Lanes<double> powers;
        for (std::size_t lane = 0; lane < Floats::size; ++lane) {
            below[lane] = static_cast<double>(block[column * Floats::size + lane]) -
                          static_cast<double>(largest[lane]);
        }
        for (std::size_t half = 0; half < 2; ++half) {
            const std::size_t first = half * Doubles::size;
            const auto power =
                portable_exp_of_nonpositive(Doubles::load_aligned(below.data() + first));
            power.store_aligned(powers.data() + first);
            sums[half] += power;
        }
        use(column, below, powers);
    }
    Lanes<double> totals;
    sums[0].store_aligned(totals.data());
    sums[1].store_aligned(totals.data() + Doubles::size);
    return totals;
}

// The forward pass in double, a block of rows at a time. With counts, returns their mean negative
// log likelihood; with room for probabilities, leaves them there. Either may be empty.
double forward(const LaneTable& logits, std::span<const std::uint64_t> counts,
               std::span<double> probabilities) {
    const std::size_t columns = logits.columns();
    double loss = 0.0;
    double n = 0.0;
    for (std::size_t first = 0; first < logits.rows(); first += Floats::size) {
        const std::size_t rows = std::min(Floats::size, logits.rows() - first);
        Lanes<double> below_largest{};
        const auto use = [&](std::size_t column, const auto& below, const auto& powers) {
            for (std::size_t lane = 0; lane < rows; ++lane) {
                const std::size_t cell = (first + lane) * columns + column;
                if (!counts.empty()) {
                    below_largest[lane] -= static_cast<double>(counts[cell]) * below[lane];
                }
                if (!probabilities.empty()) {
                    probabilities[cell] = powers[lane];
                }
            }
        };
        const auto sums = sum_powers(logits.data() + first * columns, columns, use);
        for (std::size_t lane = 0; lane < rows; ++lane) {
            const std::size_t start = (first + lane) * columns;
            if (!counts.empty()) {
                const double row_total = total_of(counts.subspan(start, columns));
                loss += row_total * portable_log(sums[lane]) + below_largest[lane];
                n += row_total;
            }
            if (!probabilities.empty()) {
                for (double& value : probabilities.subspan(start, columns)) {
                    value /= sums[lane];
                }
            }
        }
    }
    return counts.empty() ? 0.0 : loss / n;
}

// The forward pass in float32 of `vectors` neighbouring blocks of rows and then, cell by cell,
// result = finish(rowtotal / n * softmax, W, N / n). More than one at a time hides the latency of
// the exponential.
template <std::size_t vectors, typename Finish>
void for_rows(const LaneTable& logits, const CountShares& shares, std::size_t first_row,
              LaneTable& result, Finish finish) {
    const std::size_t block = logits.columns() * Floats::size;
    const float* w = logits.data() + first_row * logits.columns();
    const float* n = shares.cells.data() + first_row * logits.columns();
    float* out = result.data() + first_row * logits.columns();
    const auto load = [](const float* from) { return Floats::load_aligned(from); };
    const ExpOfNonpositive exp_of_nonpositive;

    std::array<Floats, vectors> largest;
    for (std::size_t v = 0; v < vectors; ++v) {
        largest[v] = load(w + v * block);
    }
    for (std::size_t at = Floats::size; at < block; at += Floats::size) {
        for (std::size_t v = 0; v < vectors; ++v) {
            largest[v] = xsimd::max(largest[v], load(w + at + v * block));
        }
    }
    std::array<Floats, vectors> scale;
    scale.fill(Floats(0.0F));
    for (std::size_t at = 0; at < block; at += Floats::size) {
        for (std::size_t v = 0; v < vectors; ++v) {
            const std::size_t cell = at + v * block;
            const Floats power = exp_of_nonpositive(load(w + cell) - largest[v]);
            power.store_aligned(out + cell);
            scale[v] += power;
        }
    }
    for (std::size_t v = 0; v < vectors; ++v) {
        scale[v] = load(shares.rows.data() + first_row + v * Floats::size) / scale[v];
    }
    for (std::size_t at = 0; at < block; at += Floats::size) {
        for (std::size_t v = 0; v < vectors; ++v) {
            const std::size_t cell = at + v * block;
            finish(load(out + cell) * scale[v], load(w + cell), load(n + cell))
                .store_aligned(out + cell);
        }
    }
}

template <typename Finish>
void for_all_rows(const LaneTable& logits, const CountShares& shares, LaneTable& result,
                  Finish finish) {
    assert(logits.rows() == result.rows() && logits.columns() == result.columns());
    assert(logits.rows() == shares.cells.rows() && logits.columns() == shares.cells.columns());
    assert(&logits != &result);
    constexpr std::size_t pair = 2 * Floats::size;
    std::size_t row = 0;
    for (; row + pair <= logits.padded_rows(); row += pair) {
        for_rows<2>(logits, shares, row, result, finish);
    }
    if (row < logits.padded_rows()) {
        for_rows<1>(logits, shares, row, result, finish);
    }
}

}  // namespace

CountShares::CountShares(std::span<const std::uint64_t> counts, std::size_t row_count,
                         std::size_t column_count)
    : cells(row_count, column_count), rows(cells.padded_rows(), 0.0F) {
    assert(counts.size() == row_count * column_count);
    const double n = total_of(counts);
    assert(n > 0.0);
    for (std::size_t row = 0; row < row_count; ++row) {
        const auto row_counts = counts.subspan(row * column_count, column_count);
        rows[row] = static_cast<float>(total_of(row_counts) / n);
        for (std::size_t column = 0; column < column_count; ++column) {
            cells.at(row, column) = static_cast<float>(static_cast<double>(row_counts[column]) / n);
        }
    }
}

void softmax(const LaneTable& logits, std::span<double> probabilities) {
    assert(probabilities.size() == logits.rows() * logits.columns());
    (void)forward(logits, {}, probabilities);
}

double cross_entropy(const LaneTable& logits, std::span<const std::uint64_t> counts) {
    assert(counts.size() == logits.rows() * logits.columns());
    return forward(logits, counts, {});
}

double cross_entropy_and_softmax(const LaneTable& logits, std::span<const std::uint64_t> counts,
                                 std::span<double> probabilities) {
    assert(counts.size() == logits.rows() * logits.columns());
    assert(probabilities.size() == counts.size());
    return forward(logits, counts, probabilities);
}

void gradient(const LaneTable& logits, const CountShares& shares, float l2_slope,
              LaneTable& result) {
    const Floats slope(l2_slope);
    for_all_rows(logits, shares, result,
                 [=](Floats expected, Floats w, Floats n) { return (expected - n) + slope * w; });
}

bool descend(const LaneTable& logits, const CountShares& shares, float l2_slope,
             float learning_rate, LaneTable& next) {
    const Floats slope(l2_slope);
    const Floats rate(learning_rate);
    // x - x is 0 for every finite x and NaN for the others.
    Floats trouble(0.0F);
    for_all_rows(logits, shares, next, [=, &trouble](Floats expected, Floats w, Floats n) {
        const Floats moved = w - rate * ((expected - n) + slope * w);
        // NOLINTNEXTLINE(misc-redundant-expression)
        trouble = trouble | (moved - moved);
        return moved;
    });
    std::array<float, Floats::size> lanes;
    trouble.store_unaligned(lanes.data());
    return std::ranges::all_of(lanes, [](float lane) { return lane == 0.0F; });
}

}  // namespace makemore
