// How values cross the bridge: the JavaScript types that its calls name, copies that JavaScript
// owns, and Errors. A call that may fail returns its Error; throw_errors.js throws it.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "makemore/error.hpp"

namespace makemore::bridge {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(Floats)
EMSCRIPTEN_DECLARE_VAL_TYPE(Doubles)
EMSCRIPTEN_DECLARE_VAL_TYPE(Strings)
EMSCRIPTEN_DECLARE_VAL_TYPE(Nothing)

/// What TypeScript calls a type: in a section of its own, which only --emit-tsd reads and
/// split_data.mjs leaves out.
template <std::size_t size>
struct TypeScript {
    // NOLINTNEXTLINE(*-explicit-*, *-c-arrays): what is written is a string
    consteval TypeScript(const char (&text)[size]) { std::ranges::copy(text, characters.begin()); }
    std::array<char, size> characters;
};
template <TypeScript text>
[[gnu::section(".typescript")]] inline constexpr TypeScript typescript = text;

template <typename Value, TypeScript text>
void register_type() {
    emscripten::register_type<Value>(typescript<text>.characters.data());
}

/// An Error with `message`, `line`, `column` and, where reading it in another encoding may help,
/// `notUtf8`.
inline val error_value(const Error& error) {
    val object = val::global("Error").new_(describe(error));
    object.set("line", static_cast<double>(error.line));
    object.set("column", static_cast<double>(error.column));
    object.set("notUtf8", error.kind == ErrorKind::not_utf8);
    return object;
}

/// The value of a call that may fail, or its Error.
template <typename Returned, typename T>
Returned value_or_error(Result<T> result) {
    if (!result) {
        return Returned(error_value(result.error()));
    }
    if constexpr (std::is_void_v<T>) {
        return Returned(val::undefined());
    } else {
        return Returned(val(*std::move(result)));
    }
}

/// A new Float64Array.
inline Doubles doubles(std::span<const double> values) {
    return Doubles(val::global("Float64Array")
                       .new_(emscripten::typed_memory_view(values.size(), values.data())));
}

/// A new Float64Array of counts, exact up to 2^53.
inline Doubles doubles(std::span<const std::uint64_t> counts) {
    return doubles(std::vector<double>(counts.begin(), counts.end()));
}

/// A new Float32Array.
inline Floats floats(std::span<const float> values) {
    return Floats(val::global("Float32Array")
                      .new_(emscripten::typed_memory_view(values.size(), values.data())));
}

/// The elements of a typed array.
template <typename Element>
std::vector<Element> elements(const val& typed_array) {
    return emscripten::convertJSArrayToNumberVector<Element>(typed_array);
}

/// A whole number that a double holds exactly, as every step and count from JavaScript must be.
inline std::optional<std::uint64_t> whole(double number) {
    constexpr double largest_exact = 9'007'199'254'740'991.0;
    const bool is_whole = number >= 0.0 && number <= largest_exact && number == std::floor(number);
    return is_whole ? std::optional(static_cast<std::uint64_t>(number)) : std::nullopt;
}

}  // namespace makemore::bridge
