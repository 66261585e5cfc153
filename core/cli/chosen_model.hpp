// The one step between FILE and a table: read it, and count or train as the options say.
#pragma once

#include <optional>

#include "makemore/name_sample.hpp"
#include "makemore/name_set.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/vocabulary.hpp"
#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

/// A table and the characters its rows and columns stand for.
struct ChosenModel {
    Vocabulary vocabulary;
    ProbabilityTable table;
    /// The list's distinct names; nothing where FILE is a model file.
    std::optional<NameSet> names = std::nullopt;
    /// Stands for them where they are not all known; empty where FILE is a model file.
    NameSample sample{};
};

[[nodiscard]] Outcome<ChosenModel> choose_model(const ModelOptions& options);

}  // namespace makemore::cli
