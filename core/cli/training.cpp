// Training a network on a counted list.
#include "training.hpp"

#include <algorithm>

#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

Outcome<void> write_losses(OutputFile& file, const Trainer& trainer, double l2) {
    return file.write(std::to_string(trainer.steps()) + "," + real_text(trainer.loss(l2)) + "," +
                      real_text(trainer.data_loss()) + "\n");
}

void show_progress(Progress& progress, const Trainer& trainer, const TrainingOptions& options) {
    if (progress.due()) {
        progress.show("training: step " + grouped(trainer.steps()) + " of " +
                      grouped(options.steps) + ", loss " +
                      real_text(trainer.loss(options.settings.l2)));
    }
}

Outcome<void> take_steps(Trainer& trainer, const TrainingOptions& options, OutputFile* losses) {
    // Without a table to fill, steps are taken in slices short enough to show progress between.
    constexpr std::uint64_t slice = 64;
    Progress progress;
    while (trainer.steps() < options.steps) {
        const std::uint64_t left = options.steps - trainer.steps();
        const auto taken =
            trainer.run(losses != nullptr ? 1 : std::min(slice, left), options.settings);
        if (!taken) {
            return std::unexpected(Failure{ExitStatus::bad_input, describe(taken.error())});
        }
        if (losses != nullptr) {
            if (auto written = write_losses(*losses, trainer, options.settings.l2); !written) {
                return written;
            }
        }
        show_progress(progress, trainer, options);
    }
    return {};
}

Outcome<void> save_model(OutputFile& file, const Corpus& corpus, const LearnedWeights& learned) {
    return file.write(
        model_file_text({corpus.vocabulary, corpus.counts, list_figures(corpus.report), learned}));
}

}  // namespace

Outcome<TrainingFiles> TrainingFiles::open(const TrainingOptions& options,
                                           const std::string& input) {
    auto losses = open_named(options.losses_path, input);
    if (!losses) {
        return std::unexpected(losses.error());
    }
    auto save = open_named(options.save_path, input);
    if (!save) {
        return std::unexpected(save.error());
    }
    return TrainingFiles{*std::move(losses), *std::move(save)};
}

Outcome<TrainingResult> train_network(const Corpus& corpus, const TrainingOptions& options,
                                      TrainingFiles files) {
    const double l2 = options.settings.l2;
    Trainer trainer(corpus.counts, options.seed);
    const double initial_loss = trainer.loss(l2);

    OutputFile* const losses = files.losses ? &*files.losses : nullptr;
    if (losses != nullptr) {
        if (auto written = losses->write("step,loss,data_loss\n"); !written) {
            return std::unexpected(written.error());
        }
        if (auto written = write_losses(*losses, trainer, l2); !written) {
            return std::unexpected(written.error());
        }
    }
    if (auto taken = take_steps(trainer, options, losses); !taken) {
        return std::unexpected(taken.error());
    }
    TrainingResult result{initial_loss,
                          trainer.loss(l2),
                          trainer.data_loss(),
                          {trainer.weights(), options.seed, options.steps, options.settings}};
    if (files.save) {
        if (auto saved = save_model(*files.save, corpus, result.learned); !saved) {
            return std::unexpected(saved.error());
        }
    }
    for (std::optional<OutputFile>* const file : {&files.losses, &files.save}) {
        if (*file) {
            if (auto committed = (*file)->commit(); !committed) {
                return std::unexpected(committed.error());
            }
        }
    }
    return result;
}

}  // namespace makemore::cli
