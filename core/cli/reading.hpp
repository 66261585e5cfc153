// How a list is read: the options of every command that takes one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "makemore/corpus_reader.hpp"

namespace makemore::cli {

struct ReadingChoices {
    std::optional<Encoding> encoding;
    RecordOptions records;
    bool as_records = false;  ///< an option that only means something for records was given
    bool normalise = true;
    bool fold_case = false;
    bool remove_duplicates = false;
    /// The options on the command line that only mean something where a list is read.
    std::vector<std::string> given;

    [[nodiscard]] ReadingOptions options() const;
    /// A word of the user's, as the list's names are read.
    [[nodiscard]] std::string word(const std::string& typed) const;
};

/// What to add to the command line to read a list as the records that it seems to be.
[[nodiscard]] std::string record_flags(const RecordPreview& preview);

}  // namespace makemore::cli
