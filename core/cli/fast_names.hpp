// Names by the million, from the alias sampler straight to standard output.
#pragma once

#include <cstdint>

#include "makemore/probability_table.hpp"
#include "makemore/vocabulary.hpp"
#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

/// Prints `options.count` names, one a line; says how many were cut at the length limit.
[[nodiscard]] Outcome<std::uint64_t> print_fast(const Vocabulary& vocabulary,
                                                const ProbabilityTable& table,
                                                const SampleOptions& options);

}  // namespace makemore::cli
