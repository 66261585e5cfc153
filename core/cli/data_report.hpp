// What a list was found to hold, for people and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "makemore/corpus_reader.hpp"

namespace makemore::cli {

/// How capitals and small letters begin the names, and which names differ in nothing else.
struct CaseFigures {
    std::uint64_t capital = 0;  ///< names that begin with a capital
    std::uint64_t small = 0;    ///< names that begin with a small letter
    /// Distinct names less, if case were folded; unknown where the names are not all known.
    std::optional<std::uint64_t> only_case = std::nullopt;

    [[nodiscard]] bool mixed() const noexcept { return capital > 0 && small > 0; }
};

[[nodiscard]] CaseFigures case_figures(const Corpus& corpus);

/// The figures of the list: one a line, names aligned.
[[nodiscard]] std::string report_text(const Corpus& corpus, bool duplicates_removed);
/// Histogram of lengths and frequencies of characters.
[[nodiscard]] std::string distributions_text(const Corpus& corpus);
/// All of the report.
[[nodiscard]] nlohmann::ordered_json report_json(const Corpus& corpus, bool duplicates_removed);

}  // namespace makemore::cli
