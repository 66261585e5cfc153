// `makemore count`: a list, counted.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "data_report.hpp"
#include "input.hpp"
#include "makemore/model_file.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/real_math.hpp"
#include "makemore/scoring.hpp"
#include "output_file.hpp"
#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

constexpr std::size_t most_bigrams_shown = 10;
constexpr std::size_t most_characters_shown = 60;

std::string json_report(const Corpus& corpus, const CountOptions& options, double loss) {
    auto report = report_json(corpus, options.reading.remove_duplicates);
    report["bigrams"] = corpus.counts.total();
    auto& alphabet = report["alphabet"] = nlohmann::ordered_json::array();
    auto& frequencies = report["frequencies"] = nlohmann::ordered_json::array();
    auto& counts = report["counts"] = nlohmann::ordered_json::array();
    for (Token token = 0; token < corpus.vocabulary.size(); ++token) {
        alphabet.push_back(corpus.vocabulary.label(token));
        frequencies.push_back(corpus.counts.row_total(token));
        const auto row = corpus.counts.row(token);
        counts.push_back(std::vector<std::uint64_t>(row.begin(), row.end()));
    }
    report["loss"] = loss;
    return report.dump() + "\n";
}

std::string alphabet_text(const Vocabulary& vocabulary) {
    std::string text = counted(vocabulary.size() - 1, "character") + ":";
    for (Token token = 1; token < vocabulary.size(); ++token) {
        if (token > most_characters_shown) {
            return text + " …";
        }
        text += " " + visible(vocabulary, token);
    }
    return text;
}

std::string frequent_bigrams(const Corpus& corpus, const ProbabilityTable& table) {
    const std::size_t size = corpus.counts.size();
    const auto cells = corpus.counts.cells();
    std::vector<std::size_t> order(cells.size());
    for (std::size_t cell = 0; cell < order.size(); ++cell) {
        order[cell] = cell;
    }
    const auto shown =
        order.begin() + static_cast<std::ptrdiff_t>(std::min(most_bigrams_shown, order.size()));
    std::ranges::partial_sort(order, shown, [&](std::size_t a, std::size_t b) {
        return cells[a] != cells[b] ? cells[a] > cells[b] : a < b;
    });
    std::string text =
        "\nMost frequent bigrams (\".\" is the start or the end of a name)\n"
        "  from    to             count  probability\n";
    for (auto position = order.begin(); position != shown && cells[*position] > 0; ++position) {
        const auto from = static_cast<Token>(*position / size);
        const auto to = static_cast<Token>(*position % size);
        text += "  " + pad_right(visible(corpus.vocabulary, from), 8) +
                pad_right(visible(corpus.vocabulary, to), 8) +
                pad_left(grouped(cells[*position]), 12) + "  " + real_text(table.row(from)[to]) +
                "\n";
    }
    return text;
}

std::string text_report(const Corpus& corpus, const CountOptions& options,
                        const ProbabilityTable& table, double loss) {
    const double uniform = portable_log(static_cast<double>(corpus.vocabulary.size()));
    return report_text(corpus, options.reading.remove_duplicates) +       //
           "bigrams         " + grouped(corpus.counts.total()) +          //
           "\nalphabet        " + alphabet_text(corpus.vocabulary) +      //
           "\nloss            " + real_text(loss) + " nats per bigram" +  //
           "\nuniform loss    " + real_text(uniform) + " (every character as likely)\n" +
           distributions_text(corpus) + frequent_bigrams(corpus, table) +
           (options.save_path.empty() ? ""
                                      : "\nmodel           saved to " + options.save_path + "\n");
}

}  // namespace

Outcome<void> run(const CountOptions& options) {
    auto file = open_named(options.save_path, options.file);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto corpus = read_list(options.file, options.reading);
    if (!corpus) {
        return std::unexpected(corpus.error());
    }
    const ProbabilityTable table = count_model(corpus->counts, options.smoothing);
    const double loss = mean_loss(table, corpus->counts);
    if (*file) {
        const ModelFile model{corpus->vocabulary, corpus->counts, list_figures(corpus->report), {}};
        if (auto saved = (*file)->write_and_commit(model_file_text(model)); !saved) {
            return saved;
        }
    }
    return print(options.json ? json_report(*corpus, options, loss)
                              : text_report(*corpus, options, table, loss));
}

}  // namespace makemore::cli
