// The one shape of an expected failure: a reason for the user, and where it was found.
#pragma once

#include <cstdint>
#include <expected>
#include <string>

namespace makemore {

/// What a door can offer a way out of.
enum class ErrorKind : std::uint8_t {
    other,
    not_utf8,      ///< the bytes are not UTF-8; they may be in an older encoding
    no_separator,  ///< what separates the columns of records must be said
};

/// An expected failure. `message` is one sentence for the user, already complete without the place.
/// `line` and `column` are 1-based (columns count code points); 0 means that no place applies.
/// `byte` is the 1-based place of a wrong byte in the whole input, or 0.
struct Error {
    std::string message;       ///< a sentence without a full stop: what was found, and what to do
    std::uint64_t line = 0;    ///< from 1; 0: of no line
    std::uint64_t column = 0;  ///< in characters, from 1; 0: of no column
    std::uint64_t byte = 0;    ///< from 1 within the input; 0: of no byte
    ErrorKind kind = ErrorKind::other;  ///< for a door that offers a remedy
};

/// The message with its place in front, as both doors show it: "line 3, column 7: …".
[[nodiscard]] std::string describe(const Error& error);

template <typename T>
using Result = std::expected<T, Error>;

}  // namespace makemore
