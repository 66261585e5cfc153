// How the names of a list lose under a table, letter for letter: where a name of one's own stands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "makemore/name_scores.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// Mean -ln P over the pairs of a name (tokens without boundaries), its end included, in nats;
/// +infinity where a pair has probability 0. Precondition: known tokens.
[[nodiscard]] double mean_pair_loss(const ProbabilityTable& table, std::span<const Token> name);

/// Equal bins: the first begins at `from`, each is `width` > 0 wide; every value is in one.
struct Histogram {
    double from = 0.0;                       ///< lower end of the first bin, in nats
    double width = 1.0;                      ///< of a bin, in nats
    std::vector<std::uint64_t> counts = {};  ///< names in each bin
};

/// The losses of the names of a list, or of a sample of it.
class NameLosses {
  public:
    /// Of these names.
    explicit NameLosses(std::span<const NameScore> names);

    /// The share of the names, in [0, 1], that lose more than this; 0 for none.
    [[nodiscard]] double share_above(double loss) const noexcept;
    /// Of all names; those that the table thinks impossible are in the last bin.
    [[nodiscard]] Histogram histogram() const;

  private:
    std::vector<double> sorted_;
};

}  // namespace makemore
