// MODEL.json: a counted list and, if it was trained, its network. The schema is docs/model-file.md;
// what must hold is decided here. Text in, values out: knows nothing of files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "makemore/bigram_counts.hpp"
#include "makemore/corpus_report.hpp"
#include "makemore/error.hpp"
#include "makemore/trainer.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// The figures of the list that its counts do not tell; nothing where they are not known, as when
/// counts were added up.
struct ListFigures {
    std::optional<std::uint64_t> distinct_names;  ///< that differ
    std::optional<std::uint64_t> shortest;        ///< code points of the shortest name
    std::optional<std::uint64_t> longest;         ///< code points of the longest
};

/// What a report knows of them.
[[nodiscard]] ListFigures list_figures(const CorpusReport& report);

/// A trained network: weights, row-major, V x V, and how they were made.
struct LearnedWeights {
    std::vector<float> weights;  ///< logits, V x V
    std::uint64_t seed = 0;      ///< of the first weights
    std::uint64_t steps = 0;     ///< of gradient descent, taken
    TrainingSettings settings;   ///< with which they were taken
};

/// All that a model file holds.
struct ModelFile {
    Vocabulary vocabulary;                  ///< the alphabet
    BigramCounts counts;                    ///< over it
    ListFigures figures;                    ///< what the counts do not tell
    std::optional<LearnedWeights> learned;  ///< none where nothing was trained
};

/// Reads the text of a model file. Fails with the place where it is no JSON, or with the name of
/// the field that is missing or does not hold.
[[nodiscard]] Result<ModelFile> parse_model_file(std::string_view text);

/// The text of a model file, one row of a table a line. Every float reads back as itself.
[[nodiscard]] std::string model_file_text(const ModelFile& model);

}  // namespace makemore
