// `makemore score`: how surprised a model is by words, bigram by bigram.
#include <cmath>
#include <nlohmann/json.hpp>

#include "chosen_model.hpp"
#include "commands.hpp"
#include "makemore/scoring.hpp"
#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ScoredWord {
    std::string word;
    WordScore score;
};

Outcome<std::vector<ScoredWord>> score_words(const ChosenModel& model,
                                             const ReadingChoices& reading,
                                             const std::vector<std::string>& words) {
    std::vector<ScoredWord> scored;
    for (const std::string& typed : words) {
        const std::string word = reading.word(typed);
        const auto tokens = model.vocabulary.encode(word);
        if (!tokens) {
            return bad_input("\"" + word + "\", character " + std::to_string(tokens.error().column),
                             tokens.error().message);
        }
        scored.push_back({word, score_word(model.table, *tokens)});
    }
    return scored;
}

void add_loss(Json& entry, double loss) {
    if (std::isfinite(loss)) {
        entry["loss"] = loss;
    } else {
        entry["loss"] = nullptr;  // JSON has no infinity
        entry["infinite"] = true;
    }
}

std::string json_report(const Vocabulary& vocabulary, const std::vector<ScoredWord>& scored) {
    Json words = Json::array();
    for (const auto& [word, score] : scored) {
        Json bigrams = Json::array();
        for (const BigramScore& bigram : score.bigrams) {
            Json entry;
            entry["from"] = vocabulary.label(bigram.from);
            entry["to"] = vocabulary.label(bigram.to);
            entry["from_id"] = bigram.from;
            entry["to_id"] = bigram.to;
            entry["probability"] = bigram.probability;
            add_loss(entry, bigram.loss);
            bigrams.push_back(std::move(entry));
        }
        Json entry;
        entry["word"] = word;
        add_loss(entry, score.loss);
        entry["bigrams"] = std::move(bigrams);
        words.push_back(std::move(entry));
    }
    Json report;
    report["words"] = std::move(words);
    return report.dump() + "\n";
}

std::string text_report(const Vocabulary& vocabulary, const std::vector<ScoredWord>& scored) {
    std::string text;
    for (const auto& [word, score] : scored) {
        text += text.empty() ? "" : "\n";
        text += word + "  loss " + real_text(score.loss) + " nats per bigram";
        text +=
            std::isfinite(score.loss) ? "\n" : " (a bigram was never seen; try --smoothing 1)\n";
        text += "  from    to      probability             loss\n";
        for (const BigramScore& bigram : score.bigrams) {
            text += "  " + pad_right(visible(vocabulary, bigram.from), 8) +
                    pad_right(visible(vocabulary, bigram.to), 8) +
                    pad_right(real_text(bigram.probability), 24) + real_text(bigram.loss) + "\n";
        }
    }
    return text;
}

}  // namespace

Outcome<void> run(const ScoreOptions& options) {
    const auto model = choose_model(options.model);
    if (!model) {
        return std::unexpected(model.error());
    }
    const auto scored = score_words(*model, options.model.reading, options.words);
    if (!scored) {
        return std::unexpected(scored.error());
    }
    return print(options.json ? json_report(model->vocabulary, *scored)
                              : text_report(model->vocabulary, *scored));
}

}  // namespace makemore::cli
