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

std::size_t padded(std::size_t rows) {
    return (rows + Floats::size - 1) / Floats::size * Floats::size;
}

double total_of(std::span<const std::uint64_t> counts) {
    return static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}));
}

// e^x for -infinity < x <= 0, within a relative 2.5e-7; below -87 it stays at e^-87, 1.6e-38.
// x = n ln 2 + r with |r| <= ln(2) / 2; e^r = 1 + r + r^2 P(r), P the minimax polynomial of degree
// 3 (found with the Remez exchange); 2^n is added to the exponent bits.
Floats exp_of_nonpositive(Floats x) {
    const Floats round_to_integer(0x1.8p23F);
    x = xsimd::max(x, Floats(-87.0F));
    const Floats shifted = x * Floats(0x1.715476p+0F) + round_to_integer;
    const Floats n = shifted - round_to_integer;
    const Floats r = (x - n * Floats(0x1.62e4p-1F)) - n * Floats(0x1.7f7d1cp-20F);
    Floats p(0x1.106280p-7F);
    p = p * r + Floats(0x1.572a02p-5F);
    p = p * r + Floats(0x1.5557aep-3F);
    p = p * r + Floats(0x1.fffdfcp-2F);
    const Floats power = (p * r * r + r) + Floats(1.0F);
    // The low bits of `shifted` hold n; the rest of it leaves at the top.
    const Integers exponent = xsimd::bitwise_cast<std::int32_t>(shifted) << 23;
    return xsimd::bitwise_cast<float>(xsimd::bitwise_cast<std::int32_t>(power) + exponent);
}

// The forward pass of `vectors` neighbouring SIMD vectors of rows, and then, cell by cell,
// result = finish(vector, rowtotal / n * softmax, W, N / n). More than one vector at a time hides
// the latency of the exponential.
template <std::size_t vectors, typename Finish>
void for_rows(const LaneTable& logits, const CountShares& shares, std::size_t first_row,
              LaneTable& result, Finish finish) {
    const std::size_t columns = logits.columns();
    const std::size_t stride = logits.stride();
    const float* w = logits.data() + first_row;
    const float* n = shares.cells.data() + first_row;
    float* out = result.data() + first_row;
    const auto load = [](const float* from, std::size_t vector) {
        return Floats::load_aligned(from + vector * Floats::size);
    };

    std::array<Floats, vectors> largest;
    for (std::size_t v = 0; v < vectors; ++v) {
        largest[v] = load(w, v);
    }
    for (std::size_t at = stride; at < columns * stride; at += stride) {
        for (std::size_t v = 0; v < vectors; ++v) {
            largest[v] = xsimd::max(largest[v], load(w + at, v));
        }
    }
    std::array<Floats, vectors> scale;
    scale.fill(Floats(0.0F));
    for (std::size_t at = 0; at < columns * stride; at += stride) {
        for (std::size_t v = 0; v < vectors; ++v) {
            const Floats power = exp_of_nonpositive(load(w + at, v) - largest[v]);
            power.store_aligned(out + at + v * Floats::size);
            scale[v] += power;
        }
    }
    for (std::size_t v = 0; v < vectors; ++v) {
        scale[v] = load(shares.rows.data() + first_row, v) / scale[v];
    }
    for (std::size_t at = 0; at < columns * stride; at += stride) {
        for (std::size_t v = 0; v < vectors; ++v) {
            finish(load(out + at, v) * scale[v], load(w + at, v), load(n + at, v))
                .store_aligned(out + at + v * Floats::size);
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
    for (; row + pair <= logits.stride(); row += pair) {
        for_rows<2>(logits, shares, row, result, finish);
    }
    if (row < logits.stride()) {
        for_rows<1>(logits, shares, row, result, finish);
    }
}

}  // namespace

LaneTable::LaneTable(std::size_t rows, std::size_t columns)
    : rows_(rows), columns_(columns), stride_(padded(rows)), cells_(stride_ * columns, 0.0F) {}

LaneTable::LaneTable(std::span<const float> row_major, std::size_t rows, std::size_t columns)
    : LaneTable(rows, columns) {
    assert(row_major.size() == rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            at(row, column) = row_major[row * columns + column];
        }
    }
}

std::vector<float> LaneTable::row_major() const {
    std::vector<float> values;
    values.reserve(rows_ * columns_);
    for (std::size_t row = 0; row < rows_; ++row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            values.push_back(at(row, column));
        }
    }
    return values;
}

CountShares::CountShares(std::span<const std::uint64_t> counts, std::size_t row_count,
                         std::size_t column_count)
    : cells(row_count, column_count), rows(cells.stride(), 0.0F) {
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

void softmax(std::span<const float> logits, std::size_t columns, std::span<double> probabilities) {
    assert(logits.size() == probabilities.size() && logits.size() % columns == 0);
    for (std::size_t start = 0; start < logits.size(); start += columns) {
        const auto w = logits.subspan(start, columns);
        const auto p = probabilities.subspan(start, columns);
        const auto largest = static_cast<double>(*std::ranges::max_element(w));
        double sum = 0.0;
        for (std::size_t j = 0; j < columns; ++j) {
            p[j] = portable_exp(static_cast<double>(w[j]) - largest);
            sum += p[j];
        }
        for (double& value : p) {
            value /= sum;
        }
    }
}

double cross_entropy(std::span<const float> logits, std::span<const std::uint64_t> counts,
                     std::size_t columns) {
    assert(logits.size() == counts.size() && logits.size() % columns == 0);
    double loss = 0.0;
    double n = 0.0;
    for (std::size_t start = 0; start < logits.size(); start += columns) {
        const auto w = logits.subspan(start, columns);
        const auto row_counts = counts.subspan(start, columns);
        const auto largest = static_cast<double>(*std::ranges::max_element(w));
        double row_total = 0.0;
        double power_sum = 0.0;
        double below_largest = 0.0;
        for (std::size_t j = 0; j < columns; ++j) {
            const auto count = static_cast<double>(row_counts[j]);
            const double x = static_cast<double>(w[j]) - largest;
            row_total += count;
            power_sum += portable_exp(x);
            below_largest -= count * x;
        }
        loss += row_total * portable_log(power_sum) + below_largest;
        n += row_total;
    }
    return loss / n;
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
