// The part of the command line that says how a list is read.
#pragma once

#include <CLI/CLI.hpp>

#include "reading.hpp"

namespace makemore::cli {

/// Adds the options to a command. `choices` must outlive its parsing.
void add_reading(CLI::App& command, ReadingChoices& choices);

}  // namespace makemore::cli
