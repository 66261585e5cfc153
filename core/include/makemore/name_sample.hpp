// A random sample of a list of unknown length, every name as likely, drawn while it is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "makemore/random.hpp"

namespace makemore {

/// A reservoir: Algorithm L (Li, ACM Transactions on Mathematical Software 20, 1994), which knows
/// how many names it will pass over. The same seed and names give the same sample everywhere.
class NameSample {
  public:
    /// Names, where the caller does not say otherwise: a share of the list is known to a percentage
    /// point (one standard error, at most).
    static constexpr std::size_t default_size = 2'500;

    /// An empty reservoir of at most `size` names.
    explicit NameSample(std::size_t size = default_size, std::uint64_t seed = lecture_seed);

    /// A name that stands for so many: as often as the sample wants it, it is taken.
    void offer(std::string_view name, std::uint64_t times = 1) {
        if (wants(times)) {
            take(name, times);
        } else {
            pass(times);
        }
    }

    /// Whether one of the next `times` names will be taken: if none, they need not be offered.
    [[nodiscard]] bool wants(std::uint64_t times = 1) const noexcept {
        return next_ - seen_ < times;
    }
    /// Passes over names that are not wanted. Precondition: `!wants(times)`.
    void pass(std::uint64_t times = 1) noexcept { seen_ += times; }

    /// In no particular order; all names while there were no more than the sample's size.
    [[nodiscard]] std::span<const std::string> names() const noexcept { return names_; }

  private:
    void take(std::string_view name, std::uint64_t times);
    void skip();

    std::size_t size_;
    TorchGenerator generator_;
    std::vector<std::string> names_;
    std::uint64_t seen_ = 0;
    std::uint64_t next_ = 0;  // the first name, counted from 0, that is taken
    double largest_ = 1.0;    // Li's W: distributed as the largest of the keys that are kept
};

}  // namespace makemore
