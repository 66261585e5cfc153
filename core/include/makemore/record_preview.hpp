// Whether text looks like records (CSV and its kin), and which columns hold what.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace makemore {

/// The first records of a text, and a guess at what they mean.
struct RecordPreview {
    char separator = ',';     ///< between fields
    std::size_t columns = 0;  ///< of most lines
    /// Whether the first record names the columns.
    bool has_header = false;
    std::size_t name_column = 0;  ///< 0-based
    /// Of whole numbers that look like counts.
    std::optional<std::size_t> weight_column = std::nullopt;
    std::vector<std::vector<std::string>> rows = {};  ///< the first few, a header included
};

/// Looks at the beginning of a list in UTF-8. `whole` says that the text ends there, so that its
/// last line is complete. Nothing, where the lines are not records: no separator cuts nearly all of
/// them into the same number of fields, at least two.
[[nodiscard]] std::optional<RecordPreview> preview_records(std::string_view text, bool whole);

/// The separators that are tried, in this order.
inline constexpr std::string_view record_separators = ",\t;|";

}  // namespace makemore
