// What a file that is not a list seems to be, by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace makemore {

/// As many bytes are looked at; fewer will do where the file is shorter.
inline constexpr std::size_t file_kind_bytes = 512;

/// "a PNG image", for example; nothing if it may well be text. `as_utf16`: it will be read as
/// UTF-16, whose every other byte may be zero.
[[nodiscard]] std::optional<std::string_view> file_kind(std::span<const std::uint8_t> start,
                                                        bool as_utf16);

}  // namespace makemore
