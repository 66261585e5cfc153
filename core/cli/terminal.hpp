// The three standard streams: results on standard output, everything else on standard error.
#pragma once

#include <chrono>
#include <cstdio>
#include <string_view>

#include "outcome.hpp"

namespace makemore::cli {

/// Whether somebody looks at the stream.
[[nodiscard]] bool is_terminal(std::FILE* stream);

/// Writes to standard output. Fails when it cannot be written (a full disk), silently when the
/// reader has gone (`| head`).
[[nodiscard]] Outcome<void> print(std::string_view text);
/// Sends what is buffered. Every command ends with it.
[[nodiscard]] Outcome<void> finish_printing();

/// One line on standard error, "makemore: …".
void note(std::string_view text);

/// One line on standard error that is written over while something takes long. Does nothing unless
/// standard error is a terminal, nor in the first half second.
class Progress {
  public:
    Progress();
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Whether it is time to show something; ask often, compose the text only then.
    [[nodiscard]] bool due();
    void show(std::string_view text);
    [[nodiscard]] double seconds() const;

  private:
    using Clock = std::chrono::steady_clock;

    bool enabled_;
    bool shown_ = false;
    Clock::time_point start_;
    Clock::time_point next_;
};

}  // namespace makemore::cli
