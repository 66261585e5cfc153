// The three standard streams.
#include "terminal.hpp"

#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "text.hpp"

namespace makemore::cli {
namespace {

std::unexpected<Failure> output_failure(int reason) {
    if (reason == EPIPE) {
        return std::unexpected(Failure{ExitStatus::bad_input, ""});
    }
    return bad_input("standard output",
                     "cannot be written: " + std::generic_category().message(reason));
}

}  // namespace

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) == 1; }

Outcome<void> print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
        return output_failure(errno);
    }
    return {};
}

Outcome<void> finish_printing() {
    if (std::fflush(stdout) != 0) {
        return output_failure(errno);
    }
    return {};
}

void note(std::string_view text) {
    const std::string line = "makemore: " + harmless(text) + "\n";
    std::fwrite(line.data(), 1, line.size(), stderr);
}

Progress::Progress()
    : enabled_(is_terminal(stderr)),
      start_(Clock::now()),
      next_(start_ + std::chrono::milliseconds(500)) {}

Progress::~Progress() {
    if (shown_) {
        std::fputs("\r\x1B[K", stderr);
    }
}

bool Progress::due() { return enabled_ && Clock::now() >= next_; }

void Progress::show(std::string_view text) {
    const std::string line = "\r\x1B[K" + harmless(text);
    std::fwrite(line.data(), 1, line.size(), stderr);
    shown_ = true;
    next_ = Clock::now() + std::chrono::milliseconds(100);
}

double Progress::seconds() const {
    return std::chrono::duration<double>(Clock::now() - start_).count();
}

}  // namespace makemore::cli
