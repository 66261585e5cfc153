// Values of options, read strictly.
#include "option_values.hpp"

#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <system_error>

namespace makemore::cli {

std::optional<std::uint64_t> whole_number(std::string_view text) {
    std::uint64_t value = 0;
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto result = std::from_chars(begin, end, value);
    if (result.ec != std::errc() || result.ptr != end) {
        return std::nullopt;
    }
    return value;
}

std::optional<double> real_number(std::string_view text) {
    // strtod, since not every standard library has from_chars for reals yet. It would also take
    // white space, hexadecimal, "inf" and "nan", which are none of these characters.
    if (text.empty() || text.front() == '+' ||
        text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string terminated(text);
    char* end = nullptr;
    const double value = std::strtod(terminated.c_str(), &end);
    if (end != terminated.c_str() + terminated.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::string guarded(std::string argument) {
    const bool bracketed = argument.starts_with('[') && argument.ends_with(']');
    const bool empty_value = argument.starts_with("--") && argument.ends_with('=');
    if (bracketed || empty_value) {
        argument.push_back('\0');
    }
    return argument;
}

std::string unguarded(std::string argument) {
    if (argument.ends_with('\0')) {
        argument.pop_back();
    }
    return argument;
}

}  // namespace makemore::cli
