// JSON text to a value, with failures as values that say where.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "makemore/error.hpp"

namespace makemore {

/// Parses one JSON text. Fails, with line and column, where it is no JSON, and on an object that
/// has a key twice: readers disagree about what that means.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view text);

}  // namespace makemore
