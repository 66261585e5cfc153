// The command line, parsed and checked as far as it can be without opening a file.
#pragma once

#include <string>
#include <variant>

#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

/// `--help` or `--version` was asked for: print this and be done.
struct Answer {
    std::string text;
};

[[nodiscard]] Outcome<std::variant<Options, Answer>> parse_command_line(int argc,
                                                                        const char* const* argv);

}  // namespace makemore::cli
