// The subcommands: each reads, computes, and prints one result.
#pragma once

#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

[[nodiscard]] Outcome<void> run(const CountOptions& options);
[[nodiscard]] Outcome<void> run(const MergeOptions& options);
[[nodiscard]] Outcome<void> run(const TrainOptions& options);
[[nodiscard]] Outcome<void> run(const SampleOptions& options);
[[nodiscard]] Outcome<void> run(const ScoreOptions& options);

}  // namespace makemore::cli
