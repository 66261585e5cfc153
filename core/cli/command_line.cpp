// The command line, parsed by CLI11 and checked as far as it can be without opening a file.
#include "command_line.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>

#include "command_line_drawing.hpp"
#include "command_line_reading.hpp"
#include "makemore/trainer.hpp"
#include "option_values.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

// Weights are float32, and sums over a row must stay finite.
constexpr double largest_real = largest_setting;

constexpr const char* file_help =
    "A list of names, one a line, in UTF-8; \"-\" reads standard input";
constexpr const char* file_or_model_help =
    "A list of names, one a line, or a model file (its name ends\n"
    "in .json or it begins with {); \"-\" reads standard input";

/// The arguments, last first, as CLI11 wants them.
std::vector<std::string> last_first(int argc, const char* const* argv) {
    std::vector<std::string> arguments;
    for (int index = argc - 1; index > 0; --index) {
        arguments.push_back(guarded(argv[index]));
    }
    return arguments;
}

/// An option whose text `read` turns into a value; `wanted` says which values there are.
template <typename T>
CLI::Option* add_value(CLI::App& command, const std::string& name, const char* type, T& target,
                       const std::string& help, const std::string& wanted,
                       const std::function<std::optional<T>(const std::string&)>& read) {
    return command
        .add_option_function<std::string>(
            name,
            [&target, name, wanted, read](const std::string& argument) {
                const std::string text = unguarded(argument);
                const auto value = read(text);
                if (!value) {
                    throw CLI::ValidationError(name, wanted + " is expected, not \"" + text + "\"");
                }
                target = *value;
            },
            help)
        ->type_name(type);
}

CLI::Option* add_whole(CLI::App& command, const std::string& name, std::uint64_t& target,
                       const std::string& help, std::uint64_t smallest = 0) {
    return add_value<std::uint64_t>(
        command, name, "N", target, help + " [" + std::to_string(target) + "]",
        "a whole number from " + std::to_string(smallest) + " to 18446744073709551615",
        [smallest](const std::string& text) {
            const auto value = whole_number(text);
            return value && *value >= smallest ? value : std::nullopt;
        });
}

CLI::Option* add_real(CLI::App& command, const std::string& name, double& target,
                      const std::string& help) {
    return add_value<double>(command, name, "X", target, help + " [" + real_text(target) + "]",
                             "a number from 0 to " + real_text(largest_real),
                             [](const std::string& text) -> std::optional<double> {
                                 const auto value = real_number(text);
                                 if (!value || !(*value >= 0.0) || *value > largest_real) {
                                     return std::nullopt;
                                 }
                                 return *value + 0.0;  // -0 is 0
                             });
}

CLI::Option* add_path(CLI::App& command, const std::string& name, const char* type,
                      std::string& target, const std::string& help) {
    return add_value<std::string>(command, name, type, target, help, "the name of a file to write",
                                  [](const std::string& text) -> std::optional<std::string> {
                                      if (text.empty() || text == "-") {
                                          return std::nullopt;
                                      }
                                      return text;
                                  });
}

void add_file(CLI::App& command, std::string& target, const char* help) {
    command
        .add_option_function<std::string>(
            "FILE", [&target](const std::string& name) { target = unguarded(name); }, help)
        ->required()
        ->type_name("");
}

void add_json(CLI::App& command, bool& target) {
    command.add_flag("--json", target, "Print one JSON object on standard output")
        ->disable_flag_override();
}

CLI::Option* add_smoothing(CLI::App& command, double& target) {
    return add_real(command, "--smoothing", target, "Added to every count of the count model");
}

/// The options that only mean something where a network is trained; the seed is added apart.
std::vector<CLI::Option*> add_training(CLI::App& command, TrainingOptions& training) {
    return {add_whole(command, "--steps", training.steps, "Steps of gradient descent"),
            add_real(command, "--learning-rate", training.settings.learning_rate,
                     "Length of a step, times the gradient"),
            add_real(command, "--l2", training.settings.l2,
                     "Weight of the mean square of the weights in the loss"),
            add_path(command, "--losses", "OUT.csv", training.losses_path,
                     "Write the loss at every step as CSV"),
            add_path(command, "--save", "MODEL.json", training.save_path,
                     "Write counts, weights and settings as a model file")};
}

std::vector<std::string> given(const std::vector<CLI::Option*>& options) {
    std::vector<std::string> names;
    for (const CLI::Option* option : options) {
        if (option->count() > 0) {
            names.push_back(option->get_name());
        }
    }
    return names;
}

Outcome<void> check_paths(const TrainingOptions& training) {
    if (!training.save_path.empty() && training.save_path == training.losses_path) {
        return usage_error("--losses and --save: both name the file " + training.save_path);
    }
    return {};
}

/// The options of `sample` and `score` that choose a table.
struct ModelParser {
    std::vector<CLI::Option*> training;
    CLI::Option* smoothing = nullptr;

    void add_to(CLI::App& command, ModelOptions& model) {
        add_file(command, model.file, file_or_model_help);
        add_value<ModelKind>(
            command, "--model", "counts|neural", model.model,
            "Which model; neural is trained first unless FILE is a\nmodel file "
            "[counts]",
            "counts or neural", [](const std::string& text) -> std::optional<ModelKind> {
                if (text == "counts") {
                    return ModelKind::counts;
                }
                return text == "neural" ? std::optional(ModelKind::neural) : std::nullopt;
            });
        smoothing = add_smoothing(command, model.smoothing);
        training = add_training(command, model.training);
        add_reading(command, model.reading);
    }

    /// Fills in which training options were given; refuses what contradicts the model chosen.
    Outcome<void> check(ModelOptions& model) const {
        model.training_options_given = given(training);
        if (model.model == ModelKind::counts && !model.training_options_given.empty()) {
            return usage_error(model.training_options_given.front() +
                               ": only for --model neural; counting needs no training");
        }
        if (model.model == ModelKind::neural && smoothing->count() > 0) {
            return usage_error("--smoothing: only for --model counts; --l2 is its counterpart");
        }
        return check_paths(model.training);
    }
};

std::string with_hint(const CLI::App& app, const std::string& reason) {
    const auto commands = app.get_subcommands();
    const std::string command = commands.empty() ? "" : " " + commands.front()->get_name();
    return reason + " (see makemore" + command + " --help)";
}

/// What is wrong, in our words where the library's are hard to read.
std::string reason_of(const CLI::App& app, const CLI::ParseError& error) {
    const std::vector<std::string> unknown = app.remaining(true);
    if (unknown.empty()) {
        return app.get_subcommands().empty()
                   ? "a command is needed: count, merge, train, sample or score"
                   : error.what();
    }
    const std::string first = unguarded(unknown.front());
    if (first.starts_with('-') && first.size() > 1) {
        return "there is no option " + first + " here";
    }
    return app.get_subcommands().empty()
               ? "there is no command \"" + first + "\"; count, merge, train, sample and score are"
               : "the argument \"" + first + "\" is one too many";
}

}  // namespace

Outcome<std::variant<Options, Answer>> parse_command_line(int argc, const char* const* argv) {
    CLI::App app("A character-level language model made of bigrams, counted and learned.",
                 "makemore");
    app.set_version_flag("--version", "makemore " MAKEMORE_VERSION, "Print the version and exit");
    app.require_subcommand(1);
    app.footer(
        "Example:\n  makemore sample names.txt --count 10\n\n"
        "\"makemore COMMAND --help\" says more about each. Exit status: 0, or 1 for bad "
        "input,\nor 2 for a mistake on the command line.");

    CountOptions count;
    CLI::App& count_app = *app.add_subcommand("count", "Count a list: its figures and bigrams");
    add_file(count_app, count.file, file_help);
    add_smoothing(count_app, count.smoothing);
    add_path(count_app, "--save", "MODEL.json", count.save_path,
             "Write the counts as a model file");
    add_reading(count_app, count.reading);
    add_json(count_app, count.json);
    count_app.footer(
        "Examples:\n  makemore count names.txt --smoothing 1\n"
        "  makemore count births.csv --column name --weight count\n"
        "  makemore count names.txt --save counts.json\n");

    MergeOptions merge;
    CLI::App& merge_app =
        *app.add_subcommand("merge", "Add up counts that were made in parts: as if of one list");
    std::vector<std::string> parts;
    CLI::Option* const part_option =
        merge_app.add_option("PART", parts, "Model files, as count --save writes them");
    part_option->required()->type_name("");
    add_path(merge_app, "--save", "MODEL.json", merge.save_path, "Write the sum as a model file")
        ->required();
    add_json(merge_app, merge.json);
    merge_app.footer(
        "Example:\n  makemore count 2024.txt --save 2024.json\n"
        "  makemore count 2025.txt --save 2025.json\n"
        "  makemore merge 2024.json 2025.json --save both.json\n");

    TrainOptions train;
    CLI::App& train_app =
        *app.add_subcommand("train", "Train the one-layer network by gradient descent");
    add_file(train_app, train.file, file_help);
    add_training(train_app, train.training);
    add_whole(train_app, "--seed", train.training.seed, "Seed of the first weights");
    add_reading(train_app, train.reading);
    add_json(train_app, train.json);
    train_app.footer("Example:\n  makemore train names.txt --steps 200 --save model.json\n");

    SampleOptions sample;
    ModelParser sample_model;
    CLI::App& sample_app = *app.add_subcommand("sample", "Draw new names from a model");
    sample_model.add_to(sample_app, sample.model);
    add_whole(sample_app, "--count", sample.count, "How many names", 1);
    add_whole(sample_app, "--seed", sample.model.training.seed,
              "Seed of the draws, and of the first weights in training");
    const DrawingParser drawing(sample_app, sample);
    add_json(sample_app, sample.json);
    sample_app.footer(
        "Examples:\n  makemore sample names.txt --count 10\n"
        "  makemore sample names.txt --model neural --steps 200\n"
        "  makemore sample model.json --model neural --seed 7\n"
        "  makemore sample names.txt --starts-with ma --max-length 6 --new-only --unique\n");

    ScoreOptions score;
    ModelParser score_model;
    CLI::App& score_app =
        *app.add_subcommand("score", "Say how surprised a model is by words, bigram by bigram");
    score_model.add_to(score_app, score.model);
    CLI::Option* const score_seed =
        add_whole(score_app, "--seed", score.model.training.seed, "Seed of the first weights");
    score_model.training.push_back(score_seed);
    std::vector<std::string> words;
    CLI::Option* const word_option =
        score_app.add_option("WORD", words, "The words; after -- if one begins with a dash");
    word_option->required()->type_name("");
    add_json(score_app, score.json);
    score_app.footer(
        "Examples:\n  makemore score names.txt emma olivia\n"
        "  makemore score names.txt --smoothing 1 andrejq\n");

    try {
        app.parse(last_first(argc, argv));
    } catch (const CLI::CallForVersion& version) {
        return Answer{std::string(version.what()) + "\n"};
    } catch (const CLI::Success&) {
        const auto commands = app.get_subcommands();
        return Answer{commands.empty() ? app.help() : commands.front()->help("makemore")};
    } catch (const CLI::ParseError& error) {
        return usage_error(with_hint(app, reason_of(app, error)));
    }

    Outcome<void> consistent;
    Options options = count;
    if (merge_app.parsed()) {
        for (const std::string& part : part_option->results()) {
            merge.parts.push_back(unguarded(part));
        }
        options = merge;
    } else if (train_app.parsed()) {
        consistent = check_paths(train.training);
        options = train;
    } else if (sample_app.parsed()) {
        consistent = sample_model.check(sample.model);
        if (consistent) {
            consistent = drawing.fill(sample);
        }
        options = sample;
    } else if (score_app.parsed()) {
        // Not `words`, in whose conversion the library would drop "{}".
        for (const std::string& word : word_option->results()) {
            score.words.push_back(unguarded(word));
        }
        consistent = score_model.check(score.model);
        options = score;
    }
    if (!consistent) {
        return usage_error(with_hint(app, consistent.error().text));
    }
    return options;
}

}  // namespace makemore::cli
