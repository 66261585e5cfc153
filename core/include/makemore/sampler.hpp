// Draws names from a table with the random numbers of torch.multinomial, in its three versions.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "makemore/probability_table.hpp"
#include "makemore/random.hpp"

namespace makemore {

/// The three ways torch has drawn from a distribution; each makes other names from one seed.
enum class SamplerKind : std::uint8_t {
    cdf,   ///< inverse of the cumulative sum: torch up to 1.13, and the lecture.
    race,  ///< exponential race, drawn one by one: torch from 2.7, and from 2.0 without MKL.
    mkl,   ///< exponential race on MKL's MCG31m1 stream: torch 2.0 to 2.6 on Intel.
};

/// "cdf", "race" or "mkl"; nothing for another name.
[[nodiscard]] std::optional<SamplerKind> sampler_kind(std::string_view name) noexcept;

/// A drawn name. `cut` says that it was ended by the length limit and not by the boundary.
struct SampledName {
    std::vector<Token> tokens;  ///< without boundaries
    bool cut = false;           ///< the length limit ended it
};

/// One letter being drawn.
struct Draw {
    Token context;  ///< what it followed
    Token token;    ///< what was drawn
    /// The number in [0, 1) that chose the token: the first whose running sum reaches it. Only the
    /// cdf sampler has one; 0 for the others.
    double uniform = 0.0;
    /// The running sums that the number fell between: below < uniform <= upto. cdf only.
    double below = 0.0;
    double upto = 0.0;  ///< the cumulated probability up to and with the token
};

/// Length, in tokens, at which a name is cut unless told otherwise.
inline constexpr std::size_t default_length_limit = 1'000;

/// A stream of names from one table and one generator (or its seed). Probabilities are rounded once
/// to float32.
class Sampler {
  public:
    /// Precondition: the table is square.
    Sampler(const ProbabilityTable& table, SamplerKind kind, TorchGenerator generator,
            std::size_t length_limit = default_length_limit);

    /// The next name. Ends at the boundary, or cut at the length limit.
    [[nodiscard]] SampledName next();
    /// The next name, as the draws that make it, the last one included.
    [[nodiscard]] std::vector<Draw> next_draws();
    /// One token from the row of a context. Precondition: a token of the table.
    [[nodiscard]] Draw draw(Token context);
    /// One token from a row of one's own, by torch.multinomial's algorithm; one of weight 0 is
    /// never drawn, whereas torch's cdf draws the first token at a uniform of exactly 0.
    /// Precondition: as many weights as columns, none negative, their sum near 1.
    [[nodiscard]] Token draw_from(std::span<const float> weights);

  private:
    [[nodiscard]] Draw choose(std::span<const float> row);
    [[nodiscard]] Token race(std::span<const float> probabilities);

    std::size_t columns_;
    SamplerKind kind_;
    std::size_t length_limit_;
    TorchGenerator generator_;
    std::vector<float> rows_;  // cdf: cumulative sums; race and mkl: probabilities
    std::vector<float> row_;   // the cumulative sums of a row of one's own
};

}  // namespace makemore
