// makemore, the native command: parse, dispatch, and turn failures into one line and a status.
#include <new>

#include "command_line.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace {

using namespace makemore::cli;

Outcome<void> run_command_line(int argc, const char* const* argv) {
    const auto parsed = parse_command_line(argc, argv);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    const auto* const answer = std::get_if<Answer>(&*parsed);
    const Outcome<void> done = answer != nullptr
                                   ? print(answer->text)
                                   : std::visit([](const auto& options) { return run(options); },
                                                std::get<Options>(*parsed));
    return done ? finish_printing() : done;
}

}  // namespace

// Nothing is left to catch but memory that runs out while this says that it has.
// NOLINTNEXTLINE(bugprone-exception-escape)
int main(int argc, char** argv) {
    try {
        const Outcome<void> outcome = run_command_line(argc, argv);
        if (outcome) {
            return static_cast<int>(ExitStatus::success);
        }
        if (!outcome.error().text.empty()) {
            note(outcome.error().text);
        }
        return static_cast<int>(outcome.error().status);
    } catch (const std::bad_alloc&) {
        note("out of memory");
    }
    return static_cast<int>(ExitStatus::bad_input);
}
