// Names by the million: Walker's alias method with a small fast generator, no torch involved.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "makemore/probability_table.hpp"
#include "makemore/sampler.hpp"

namespace makemore {

/// xoshiro256++ of D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators"
/// (ACM TOMS 47, 2021), its 256 bits seeded from 64 by SplitMix64, as the authors advise.
class Xoshiro256 {
  public:
    /// Its four words are drawn from the seed by SplitMix64, as its authors advise.
    explicit Xoshiro256(std::uint64_t seed) noexcept;
    /// The next 64 random bits.
    [[nodiscard]] std::uint64_t next() noexcept;

  private:
    std::array<std::uint64_t, 4> state_{};
};

/// A stream of names by the alias method of A. J. Walker (1977) with M. D. Vose's tables (1991):
/// one random number and one look-up a letter, whatever the vocabulary. A letter's probability is
/// off by at most 2^-32; one of probability 0 is never drawn. One seed gives the same names on
/// every target; they are not the names of `Sampler`.
class AliasSampler {
  public:
    /// Precondition: the table is square, at most 2^31 columns, no row all zero.
    AliasSampler(const ProbabilityTable& table, std::uint64_t seed,
                 std::size_t length_limit = default_length_limit);

    /// What `fill` did.
    struct Filled {
        std::size_t names = 0;   ///< how many names were written
        std::size_t tokens = 0;  ///< how much of the buffer is filled, the boundaries included
    };

    /// Writes whole names, a boundary after each, as many as fit. What there is of the next one is
    /// kept for the next call, so that the stream does not depend on the size of the buffers; one
    /// of `length_limit + 1` tokens fits at least one name. A name at the limit is cut there.
    Filled fill(std::span<Token> buffer);

  private:
    /// A column holds its own token below the threshold (in 2^-32), and another from there on.
    struct Column {
        std::uint32_t threshold;
        Token alias;
    };
    static void build_row(std::span<const double> probabilities, std::span<Column> columns);

    unsigned column_bits_;  // a row has 2^column_bits columns
    std::size_t length_limit_;
    Xoshiro256 generator_;
    std::vector<Column> columns_;
    std::vector<Token> unfinished_;  // of a name that did not fit
};

}  // namespace makemore
