// The one step between FILE and a table.
#include "chosen_model.hpp"

#include "input.hpp"
#include "training.hpp"

namespace makemore::cli {
namespace {

ProbabilityTable learned_table(const LearnedWeights& learned, std::size_t size) {
    return softmax_model(learned.weights, size, size);
}

// A word is still folded and composed as the list was; nothing else is read anew.
Outcome<void> refuse_reading(const ModelOptions& options) {
    for (const std::string& option : options.reading.given) {
        if (option != "--fold-case" && option != "--no-normalise") {
            return usage_error(option + ": " + display_name(options.file) +
                               " is a model file, and this is for reading a list");
        }
    }
    return {};
}

Outcome<ChosenModel> from_model_file(const ModelFile& model, const ModelOptions& options) {
    const std::string name = display_name(options.file);
    if (!options.training_options_given.empty()) {
        return usage_error(options.training_options_given.front() + ": " + name +
                           " is a model file, which is not trained again");
    }
    if (const auto refused = refuse_reading(options); !refused) {
        return std::unexpected(refused.error());
    }
    if (options.model == ModelKind::counts) {
        return ChosenModel{model.vocabulary, count_model(model.counts, options.smoothing)};
    }
    if (!model.learned) {
        return bad_input(name,
                         "this model file has no weights, so only --model counts can be "
                         "used; \"makemore train\" with --save writes weights");
    }
    return ChosenModel{model.vocabulary, learned_table(*model.learned, model.vocabulary.size())};
}

Outcome<ChosenModel> from_list(Corpus corpus, const ModelOptions& options, TrainingFiles files) {
    if (options.model == ModelKind::counts) {
        return ChosenModel{std::move(corpus.vocabulary),
                           count_model(corpus.counts, options.smoothing), std::move(corpus.names),
                           std::move(corpus.sample)};
    }
    const auto trained = train_network(corpus, options.training, std::move(files));
    if (!trained) {
        return std::unexpected(trained.error());
    }
    ProbabilityTable table = learned_table(trained->learned, corpus.vocabulary.size());
    return ChosenModel{std::move(corpus.vocabulary), std::move(table), std::move(corpus.names),
                       std::move(corpus.sample)};
}

}  // namespace

Outcome<ChosenModel> choose_model(const ModelOptions& options) {
    auto files = TrainingFiles::open(options.training, options.file);
    if (!files) {
        return std::unexpected(files.error());
    }
    auto input = read_input(options.file, options.reading);
    if (!input) {
        return std::unexpected(input.error());
    }
    if (const auto* const model = std::get_if<ModelFile>(&*input)) {
        return from_model_file(*model, options);
    }
    return from_list(std::get<Corpus>(*std::move(input)), options, *std::move(files));
}

}  // namespace makemore::cli
