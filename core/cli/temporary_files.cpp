// Half-written files that must not outlive the process.
#include "temporary_files.hpp"

#include <unistd.h>

#include <array>
#include <climits>
#include <csignal>
#include <cstring>
#include <utility>

namespace makemore::cli {
namespace {

// A signal handler may only touch memory that is already there, and call unlink and raise.
struct Slot {
    volatile std::sig_atomic_t used = 0;
    std::array<char, PATH_MAX> path{};
};
std::array<Slot, 4> slots;
constexpr std::size_t no_slot = slots.size();

extern "C" void remove_and_end(int signal_number) {
    for (Slot& slot : slots) {
        if (slot.used != 0) {
            unlink(slot.path.data());
        }
    }
    std::signal(signal_number, SIG_DFL);
    std::raise(signal_number);
}

void catch_signals() {
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) {
        // What our parent told us to ignore stays ignored (nohup).
        if (std::signal(signal_number, remove_and_end) == SIG_IGN) {
            std::signal(signal_number, SIG_IGN);
        }
    }
}

std::size_t take_slot(const std::string& path) {
    for (std::size_t index = 0; index < slots.size(); ++index) {
        Slot& slot = slots[index];
        if (slot.used == 0 && path.size() < slot.path.size()) {
            std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
            slot.used = 1;
            return index;
        }
    }
    return no_slot;
}

}  // namespace

TemporaryFile::TemporaryFile(std::string path) : path_(std::move(path)), slot_(take_slot(path_)) {
    static const bool caught = (catch_signals(), true);
    static_cast<void>(caught);
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), slot_(std::exchange(other.slot_, no_slot)) {}

TemporaryFile::~TemporaryFile() {
    if (!path_.empty()) {
        unlink(path_.c_str());
    }
    keep();
}

void TemporaryFile::keep() noexcept {
    path_.clear();
    if (slot_ != no_slot) {
        slots[slot_].used = 0;
        slot_ = no_slot;
    }
}

}  // namespace makemore::cli
