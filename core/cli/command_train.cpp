// `makemore train`: the network, trained, and how near it came to what counting gives.
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "input.hpp"
#include "makemore/scoring.hpp"
#include "terminal.hpp"
#include "text.hpp"
#include "training.hpp"

namespace makemore::cli {
namespace {

std::string json_report(const TrainingResult& result, double count_loss) {
    nlohmann::ordered_json report;
    report["steps"] = result.learned.steps;
    report["initial_loss"] = result.initial_loss;
    report["loss"] = result.loss;
    report["data_loss"] = result.data_loss;
    report["count_loss"] = count_loss;
    report["weights_fnv1a"] = fingerprint(result.learned.weights);
    return report.dump() + "\n";
}

std::string text_report(const TrainOptions& options, const TrainingResult& result,
                        double count_loss) {
    const LearnedWeights& learned = result.learned;
    std::string text = counted(learned.steps, "step") + ", learning rate " +
                       real_text(learned.settings.learning_rate) + ", L2 " +
                       real_text(learned.settings.l2) + ", seed " + std::to_string(learned.seed) +
                       "\n\ninitial loss  " + real_text(result.initial_loss) +
                       "  before the first step\nloss          " + real_text(result.loss) +
                       "  after the last\ndata loss     " + real_text(result.data_loss) +
                       "  without the L2 term\ncount loss    " + real_text(count_loss) +
                       "  the floor: what counting gives\ngap           " +
                       real_text(result.data_loss - count_loss) +
                       "  nats of data loss above the floor\nweights       " +
                       fingerprint(learned.weights) + "  FNV-1a\n";
    if (!options.training.losses_path.empty()) {
        text += "losses        written to " + options.training.losses_path + "\n";
    }
    if (!options.training.save_path.empty()) {
        text += "model         saved to " + options.training.save_path + "\n";
    }
    return text;
}

}  // namespace

Outcome<void> run(const TrainOptions& options) {
    auto files = TrainingFiles::open(options.training, options.file);
    if (!files) {
        return std::unexpected(files.error());
    }
    const auto corpus = read_list(options.file, options.reading);
    if (!corpus) {
        return std::unexpected(corpus.error());
    }
    const auto result = train_network(*corpus, options.training, *std::move(files));
    if (!result) {
        return std::unexpected(result.error());
    }
    const double count_loss = mean_loss(count_model(corpus->counts), corpus->counts);
    return print(options.json ? json_report(*result, count_loss)
                              : text_report(options, *result, count_loss));
}

}  // namespace makemore::cli
