// Bytes in another encoding to UTF-8, cut anywhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "makemore/corpus_report.hpp"

namespace makemore {

/// UTF-16 and Windows-1252 to UTF-8. In Windows-1252 the five bytes that stand for nothing become
/// the control characters of the same number, as in the WHATWG Encoding Standard.
class TextDecoder {
  public:
    enum class Problem : std::uint8_t { none, unpaired_surrogate, cut };

    struct Decoded {
        std::size_t bytes;  ///< taken; all, where there is no problem
        Problem problem = Problem::none;
    };

    /// Precondition: not UTF-8.
    explicit TextDecoder(Encoding encoding) : encoding_(encoding) {}

    /// Appends to `text`. After a problem it must not be fed again.
    [[nodiscard]] Decoded feed(std::span<const std::uint8_t> bytes, std::string& text);
    /// Ends the input.
    [[nodiscard]] Problem finish() const noexcept;

  private:
    [[nodiscard]] Problem take_unit(std::uint32_t unit, std::string& text);

    Encoding encoding_;
    bool half_ = false;  // one byte of a unit is there
    std::uint8_t first_byte_ = 0;
    std::uint32_t high_surrogate_ = 0;
};

}  // namespace makemore
