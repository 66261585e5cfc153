// torch's CPU random numbers, bit for bit: MT19937, uniform and normal draws.
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

namespace makemore {

/// The seed of the lecture, and the default everywhere.
inline constexpr std::uint64_t lecture_seed = 2'147'483'647;

/// torch.Generator on the CPU. Only the low 32 bits of a seed count, as there.
class TorchGenerator {
  public:
    // A seed stands for the generator that it starts.
    /// Of the seed only the lower 32 bits count, as in torch.
    TorchGenerator(std::uint64_t seed = lecture_seed) : engine_(static_cast<std::uint32_t>(seed)) {}

    /// The next word: torch's random().
    [[nodiscard]] std::uint32_t random32() { return static_cast<std::uint32_t>(engine_()); }
    /// Two words; the first drawn is the high half.
    [[nodiscard]] std::uint64_t random64();
    /// torch.rand's float32: 24 bits, in [0, 1). One word.
    [[nodiscard]] float uniform_float();
    /// torch.rand's float64: 53 bits, in [0, 1). Two words.
    [[nodiscard]] double uniform_double();
    /// Tensor.exponential_()'s float32: -ln(1 - u), u drawn in double. Two words.
    [[nodiscard]] float exponential_float();
    /// torch.randn(count) in float32. Below 16 values each is drawn in double, in pairs whose
    /// second half waits in the generator; from 16 on in blocks of 16, as torch's AVX2 kernel does.
    [[nodiscard]] std::vector<float> normal_floats(std::size_t count);

  private:
    [[nodiscard]] double normal_double();

    std::mt19937 engine_;
    std::optional<double> waiting_normal_;
};

}  // namespace makemore
