// What the fuzzers share: bytes taken as choices, and a law that must hold.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <span>
#include <string>

namespace makemore::fuzz {

/// The input's bytes, one after the other, as choices; 0 for ever at the end.
class Choices {
  public:
    explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

    [[nodiscard]] bool empty() const noexcept { return bytes_.empty(); }
    /// From 0 to `count` - 1.
    std::size_t below(std::size_t count) {
        if (bytes_.empty()) {
            return 0;
        }
        const std::size_t byte = bytes_.front();
        bytes_ = bytes_.subspan(1);
        return byte % count;
    }
    [[nodiscard]] std::span<const std::uint8_t> rest() const noexcept { return bytes_; }

  private:
    std::span<const std::uint8_t> bytes_;
};

/// Ends the run, with the input kept, where the law is broken.
inline void require(bool holds, const std::string& law) {
    if (!holds) {
        std::cerr << "does not hold: " << law << '\n';
        std::abort();
    }
}

}  // namespace makemore::fuzz
