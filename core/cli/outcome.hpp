// How a command ends: with success, or with one line for the user and an exit status.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "makemore/error.hpp"

namespace makemore::cli {

/// The exit statuses, part of the command's contract.
enum class ExitStatus : int { success = 0, bad_input = 1, usage = 2 };

/// Why a command stopped. An empty text means: say nothing (the reader of our output has left).
struct Failure {
    ExitStatus status = ExitStatus::bad_input;
    std::string text;
};

template <typename T>
using Outcome = std::expected<T, Failure>;

/// A failure of the data: "names.txt: line 3, column 7: …".
[[nodiscard]] inline std::unexpected<Failure> bad_input(std::string_view where,
                                                        std::string_view what) {
    return std::unexpected(
        Failure{ExitStatus::bad_input, std::string(where) + ": " + std::string(what)});
}

[[nodiscard]] inline std::unexpected<Failure> bad_input(std::string_view where,
                                                        const Error& error) {
    return bad_input(where, describe(error));
}

/// A failure of the command line.
[[nodiscard]] inline std::unexpected<Failure> usage_error(std::string text) {
    return std::unexpected(Failure{ExitStatus::usage, std::move(text)});
}

}  // namespace makemore::cli
