#include "makemore/random.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>
#include <utility>

#include "makemore/real_math.hpp"

namespace makemore {

namespace {

constexpr std::size_t block = 16;
constexpr std::size_t half_block = block / 2;

// float32 log, sine and cosine by the Cephes single-precision polynomials (S. Moshier), evaluated
// in the order and with the fused steps of torch's AVX2 kernel. The fused steps are part of the
// result: without them 5 of the lecture's 729 weights differ.
float log_float(float value) {
    int exponent = 0;
    float mantissa = std::frexp(value, &exponent);
    if (mantissa < 0.707106781186547524F) {
        --exponent;
        mantissa = (mantissa - 1.0F) + mantissa;
    } else {
        mantissa -= 1.0F;
    }
    const auto e = static_cast<float>(exponent);
    const float square = mantissa * mantissa;
    constexpr std::array coefficients{-1.1514610310E-1F, 1.1676998740E-1F,  -1.2420140846E-1F,
                                      1.4249322787E-1F,  -1.6668057665E-1F, 2.0000714765E-1F,
                                      -2.4999993993E-1F, 3.3333331174E-1F};
    float y = 7.0376836292E-2F;
    for (const float coefficient : coefficients) {
        y = std::fma(y, mantissa, coefficient);
    }
    y *= mantissa;
    y = std::fma(y, square, e * -2.12194440e-4F);
    y -= 0.5F * square;
    return std::fma(e, 0.693359375F, mantissa + y);
}

struct SineCosine {
    float sine;
    float cosine;
};

// Precondition: angle >= 0.
SineCosine sine_cosine_float(float angle) {
    const auto octant = (static_cast<unsigned>(angle * 1.27323954473516F) + 1U) & ~1U;
    const auto y = static_cast<float>(octant);
    float x = std::fma(y, -0.78515625F, angle);
    x = std::fma(y, -2.4187564849853515625e-4F, x);
    x = std::fma(y, -3.77489497744594108e-8F, x);
    const float z = x * x;
    float c = 2.443315711809948E-5F;
    c = std::fma(c, z, -1.388731625493765E-3F);
    c = std::fma(c, z, 4.166664568298827E-2F);
    c = std::fma(c * z, z, -0.5F * z) + 1.0F;
    float s = -1.9515295891E-4F;
    s = std::fma(s, z, 8.3321608736E-3F);
    s = std::fma(s, z, -1.6666654611E-1F);
    s = std::fma(s * z, x, x);
    if ((octant & 2U) != 0) {
        std::swap(s, c);
    }
    if ((octant & 4U) != 0) {
        s = -s;
    }
    if (((octant - 2U) & 4U) == 0) {
        c = -c;
    }
    return {s, c};
}

// Box-Muller on 16 uniforms in place: eight radii, eight angles.
void uniforms_to_normals(std::span<float, block> values) {
    for (std::size_t i = 0; i < half_block; ++i) {
        const float radius = std::sqrt(-2.0F * log_float(1.0F - values[i]));
        const auto [sine, cosine] = sine_cosine_float(6.2831855F * values[i + half_block]);
        values[i] = radius * cosine;
        values[i + half_block] = radius * sine;
    }
}

}  // namespace

std::uint64_t TorchGenerator::random64() {
    const std::uint64_t high = random32();
    return (high << 32U) | random32();
}

float TorchGenerator::uniform_float() {
    return static_cast<float>(random32() & 0xFFFFFFU) * 0x1p-24F;
}

double TorchGenerator::uniform_double() {
    return static_cast<double>(random64() & ((std::uint64_t{1} << 53U) - 1)) * 0x1p-53;
}

float TorchGenerator::exponential_float() {
    // 1 - u is exact, so that this is log1p(-u).
    return static_cast<float>(-portable_log(1.0 - uniform_double()));
}

double TorchGenerator::normal_double() {
    if (waiting_normal_) {
        return *std::exchange(waiting_normal_, std::nullopt);
    }
    const double u1 = uniform_double();
    const double u2 = uniform_double();
    // 1 - u2 is exact, so that this is log1p(-u2).
    const double radius = std::sqrt(-2.0 * portable_log(1.0 - u2));
    const double angle = 2.0 * std::numbers::pi * u1;
    waiting_normal_ = radius * std::sin(angle);
    return radius * std::cos(angle);
}

std::vector<float> TorchGenerator::normal_floats(std::size_t count) {
    std::vector<float> values(count);
    if (count < block) {
        for (float& value : values) {
            value = static_cast<float>(normal_double());
        }
        return values;
    }
    for (float& value : values) {
        value = uniform_float();
    }
    for (std::size_t start = 0; start + block <= count; start += block) {
        uniforms_to_normals(std::span(values).subspan(start).first<block>());
    }
    if (count % block != 0) {
        // torch draws the last 16 places anew, over normals that are already finished.
        const auto tail = std::span(values).last<block>();
        for (float& value : tail) {
            value = uniform_float();
        }
        uniforms_to_normals(tail);
    }
    return values;
}

}  // namespace makemore
