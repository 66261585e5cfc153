// What the user asked for, after the command line was parsed. Plain data; the defaults are the
// lecture's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "makemore/name_facts.hpp"
#include "makemore/random.hpp"
#include "makemore/rules.hpp"
#include "makemore/sampler.hpp"
#include "makemore/trainer.hpp"
#include "reading.hpp"

namespace makemore::cli {

enum class ModelKind : std::uint8_t { counts, neural };

struct TrainingOptions {
    std::uint64_t steps = 100;
    std::uint64_t seed = lecture_seed;
    TrainingSettings settings;
    std::string losses_path;  ///< empty: no table of losses is written
    std::string save_path;    ///< empty: no model file is written
};

/// Which table to sample from or to score with.
struct ModelOptions {
    std::string file;
    ReadingChoices reading;
    ModelKind model = ModelKind::counts;
    double smoothing = 0.0;
    TrainingOptions training;
    /// The options on the command line that only mean something where a network is trained.
    std::vector<std::string> training_options_given;
};

struct CountOptions {
    std::string file;
    ReadingChoices reading;
    double smoothing = 0.0;
    std::string save_path;  ///< empty: no model file is written
    bool json = false;
};

struct MergeOptions {
    std::vector<std::string> parts;
    std::string save_path;
    bool json = false;
};

struct TrainOptions {
    std::string file;
    ReadingChoices reading;
    TrainingOptions training;
    bool json = false;
};

struct SampleOptions {
    ModelOptions model;
    std::uint64_t count = 5;
    std::optional<SamplerKind> sampler = SamplerKind::cdf;  ///< nothing: the alias sampler
    TextRules rules;
    double temperature = 1.0;
    bool new_only = false;  ///< no name of the list
    bool unique = false;    ///< no name twice
    NameOrder order = NameOrder::drawn;
    bool details = false;
    bool json = false;
};

struct ScoreOptions {
    ModelOptions model;
    std::vector<std::string> words;
    bool json = false;
};

using Options = std::variant<CountOptions, MergeOptions, TrainOptions, SampleOptions, ScoreOptions>;

}  // namespace makemore::cli
