// The part of the command line that says which names are drawn, and what is said of them.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

class DrawingParser {
  public:
    /// Adds the options to a command. `options` must outlive its parsing.
    DrawingParser(CLI::App& command, SampleOptions& options);

    /// Takes what was parsed over; refuses what contradicts the sampler chosen.
    [[nodiscard]] Outcome<void> fill(SampleOptions& options) const;

  private:
    CLI::Option* starts_with_;
    CLI::Option* ends_with_;
    CLI::Option* contains_;
    CLI::Option* not_contains_;
};

}  // namespace makemore::cli
