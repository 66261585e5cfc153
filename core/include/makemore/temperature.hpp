// Temperature: a table made more daring or more careful, before anything else is asked of it.
#pragma once

#include "makemore/error.hpp"
#include "makemore/probability_table.hpp"

namespace makemore {

/// P^(1 / temperature), every row divided by its sum. Below 1 the likely letters become likelier,
/// above 1 the rare ones. A probability of 0 stays 0 and every other stays above 0: what would
/// round to 0 becomes the smallest normal double, so that no possible name becomes impossible.
/// Temperature 1 gives the table itself, to the bit. Fails unless it is finite and above 0.
[[nodiscard]] Result<ProbabilityTable> tempered(const ProbabilityTable& table, double temperature);

}  // namespace makemore
