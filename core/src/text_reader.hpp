// What the two readers of text have in common: lines of names, and records.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "makemore/corpus_report.hpp"
#include "makemore/error.hpp"

namespace makemore {

/// Lines that were passed over, by reason.
struct Skipped {
    SkippedLines blank;
    SkippedLines control;
    SkippedLines zero_weight;
};

/// Takes UTF-8 in pieces and gives names to a NameCounter.
class TextReader {
  public:
    TextReader() = default;
    virtual ~TextReader() = default;
    TextReader(const TextReader&) = delete;
    TextReader& operator=(const TextReader&) = delete;

    /// `offset` is the place of the first byte in the whole input.
    [[nodiscard]] virtual Result<void> feed(std::span<const std::uint8_t> text,
                                            std::uint64_t offset) = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;
    /// An error at the place that has been reached.
    [[nodiscard]] virtual Error error_here(std::string message) const = 0;
    /// Lines begun so far.
    [[nodiscard]] virtual std::uint64_t lines() const = 0;
    [[nodiscard]] virtual const Skipped& skipped() const = 0;
};

/// Control characters (Cc) that are not white space either.
[[nodiscard]] constexpr bool is_control(char32_t c) noexcept {
    return c < 0x09 || (c > 0x0D && c < 0x20) || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

}  // namespace makemore
