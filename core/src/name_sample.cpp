#include "makemore/name_sample.hpp"

#include "makemore/real_math.hpp"

namespace makemore {

NameSample::NameSample(std::size_t size, std::uint64_t seed) : size_(size), generator_(seed) {}

void NameSample::take(std::string_view name, std::uint64_t times) {
    const std::uint64_t end = seen_ + times;
    while (next_ < end) {
        if (names_.size() < size_) {
            names_.emplace_back(name);
        } else {
            const auto chosen =
                static_cast<std::size_t>(generator_.uniform_double() * static_cast<double>(size_));
            names_[chosen] = name;
        }
        skip();
    }
    seen_ = end;
}

void NameSample::skip() {
    ++next_;
    if (names_.size() < size_) {
        return;
    }
    const auto size = static_cast<double>(size_);
    largest_ *= portable_exp(portable_log(1.0 - generator_.uniform_double()) / size);
    const double passed =
        portable_log(1.0 - generator_.uniform_double()) / portable_log(1.0 - largest_);
    // Beyond any list there can be, and where 1 - W rounds to 1.
    constexpr double never = 0x1p62;
    const bool foreseeable = passed >= 0.0 && passed < never;
    next_ += foreseeable ? static_cast<std::uint64_t>(passed) : std::uint64_t{1} << 62U;
}

}  // namespace makemore
