// MODEL.json as JavaScript sees it: translation only. Whole numbers that a double does not hold
// exactly are refused, not rounded.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/model_file.hpp"
#include "makemore/trainer.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(ReadModel)
EMSCRIPTEN_DECLARE_VAL_TYPE(Training)

std::optional<Error> too_large(const ModelFile& model) {
    const std::string most = "more than " + std::to_string(most_names) + ", too many for this page";
    if (model.counts.total() > most_names) {
        return Error{.message = "counts: they add up to " + most};
    }
    if (model.learned && model.learned->steps > most_names) {
        return Error{.message = "training.steps: " + most};
    }
    if (model.learned && (model.learned->settings.learning_rate > largest_setting ||
                          model.learned->settings.l2 > largest_setting)) {
        return Error{.message = "training: a learning rate and an L2 weight go up to 1e38"};
    }
    return std::nullopt;
}

Corpus corpus_of(ModelFile model) {
    const ListFigures& figures = model.figures;
    CorpusReport report{.names = model.counts.row_total(boundary),
                        .distinct_names = figures.distinct_names.value_or(1),
                        .distinct_exact = figures.distinct_names.has_value(),
                        .shortest = figures.shortest.value_or(0),
                        .longest = figures.longest.value_or(0)};
    return {.vocabulary = std::move(model.vocabulary),
            .counts = std::move(model.counts),
            .report = std::move(report)};
}

ReadModel read_model(const std::string& text) {
    auto model = parse_model_file(text);
    if (!model) {
        return ReadModel(error_value(model.error()));
    }
    if (const auto error = too_large(*model)) {
        return ReadModel(error_value(*error));
    }
    val training = val::null();
    if (model->learned) {
        const auto& [weights, seed, steps, settings] = *model->learned;
        training = val::object();
        // torch's generator uses no more of a seed than this.
        training.set("seed", static_cast<std::uint32_t>(seed));
        training.set("step", static_cast<double>(steps));
        training.set("learningRate", settings.learning_rate);
        training.set("l2", settings.l2);
        training.set("weights", floats(weights));
    }
    val value = val::object();
    value.set("corpus", val(corpus_of(*std::move(model))));
    value.set("training", training);
    return ReadModel(value);
}

std::string write_model(const Corpus& corpus, const Training& training) {
    std::optional<LearnedWeights> learned;
    if (!training.isNull()) {
        learned =
            LearnedWeights{.weights = elements<float>(training["weights"]),
                           .seed = training["seed"].as<std::uint32_t>(),
                           .steps = whole(training["step"].as<double>()).value_or(0),
                           .settings = {.learning_rate = training["learningRate"].as<double>(),
                                        .l2 = training["l2"].as<double>()}};
    }
    return model_file_text(
        {corpus.vocabulary, corpus.counts, list_figures(corpus.report), std::move(learned)});
}

}  // namespace

EMSCRIPTEN_BINDINGS(makemore_model_file) {
    using namespace emscripten;

    // The caller owns the corpus.
    register_type<
        ReadModel,
        "{corpus: Corpus, training: {seed: number, step: number, learningRate: number, l2: number, "
        "weights: Float32Array} | null}">();
    register_type<
        Training,
        "{seed: number, step: number, learningRate: number, l2: number, weights: Float32Array} | "
        "null">();

    function("readModel", &read_model);
    function("writeModel", &write_model);
}

}  // namespace makemore::bridge
