// Training a network on a counted list, with what the user asked for on the way: progress on the
// screen, the losses as CSV, the result as a model file.
#pragma once

#include <optional>
#include <string>

#include "input.hpp"
#include "options.hpp"
#include "output_file.hpp"

namespace makemore::cli {

/// The files that training writes, opened before any work is done.
struct TrainingFiles {
    std::optional<OutputFile> losses;
    std::optional<OutputFile> save;

    /// `input` is the list: it must not be one of them.
    [[nodiscard]] static Outcome<TrainingFiles> open(const TrainingOptions& options,
                                                     const std::string& input);
};

/// A trained network and its losses, in nats, means over bigrams.
struct TrainingResult {
    double initial_loss;  ///< before the first update, with the L2 term
    double loss;          ///< after the last update, with the L2 term
    double data_loss;     ///< after the last update, without it
    LearnedWeights learned;
};

/// Trains, and writes the files. Where training fails, no file is written.
[[nodiscard]] Outcome<TrainingResult> train_network(const Corpus& corpus,
                                                    const TrainingOptions& options,
                                                    TrainingFiles files);

}  // namespace makemore::cli
