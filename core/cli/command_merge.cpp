// `makemore merge`: counts that were made in parts, added up.
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "commands.hpp"
#include "input.hpp"
#include "makemore/count_sum.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/scoring.hpp"
#include "output_file.hpp"
#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

/// Of both: the least or the greatest, where both are known.
template <typename Choose>
std::optional<std::uint64_t> of_both(const std::optional<std::uint64_t>& one,
                                     const std::optional<std::uint64_t>& other, Choose choose) {
    return one && other ? std::optional(choose(*one, *other)) : std::nullopt;
}

ListFigures together(const ListFigures& one, const ListFigures& other) {
    const auto least = [](std::uint64_t a, std::uint64_t b) { return std::min(a, b); };
    const auto greatest = [](std::uint64_t a, std::uint64_t b) { return std::max(a, b); };
    // Which names two parts share, their counts do not tell.
    return {.distinct_names = std::nullopt,
            .shortest = of_both(one.shortest, other.shortest, least),
            .longest = of_both(one.longest, other.longest, greatest)};
}

Outcome<ModelFile> read_part(const std::string& part) {
    auto input = read_input(part, {});
    if (!input) {
        return std::unexpected(input.error());
    }
    auto* const model = std::get_if<ModelFile>(&*input);
    if (model == nullptr) {
        return bad_input(display_name(part),
                         "this is a list; count it first, with \"makemore count\" and --save");
    }
    if (model->learned) {
        note(display_name(part) + ": its weights are left out, since only counts add up");
    }
    return std::move(*model);
}

/// A part given twice would be counted twice, which nobody means.
Outcome<void> refuse_repeated(const std::vector<std::string>& parts) {
    std::set<std::filesystem::path> known;
    for (const std::string& part : parts) {
        std::error_code unknown;
        const std::filesystem::path place = std::filesystem::canonical(part, unknown);
        if (!known.insert(unknown ? std::filesystem::path(part) : place).second) {
            return bad_input(display_name(part), "this part is given twice");
        }
    }
    return {};
}

Outcome<ModelFile> sum_of(const std::vector<std::string>& parts) {
    CountSum sum;
    std::optional<ListFigures> figures;
    Progress progress;
    std::size_t read = 0;
    for (const std::string& part : parts) {
        const auto model = read_part(part);
        if (!model) {
            return std::unexpected(model.error());
        }
        if (const auto added = sum.add(model->vocabulary, model->counts); !added) {
            return bad_input(display_name(part),
                             "with this part there are " + added.error().message);
        }
        figures = figures ? together(*figures, model->figures) : model->figures;
        ++read;
        if (progress.due()) {
            progress.show("merging: " + grouped(read) + " of " + grouped(parts.size()) + " parts");
        }
    }
    return ModelFile{sum.vocabulary(), sum.counts(), figures.value_or(ListFigures{}), {}};
}

std::string json_report(const ModelFile& model, std::size_t parts, double loss) {
    nlohmann::ordered_json report;
    report["parts"] = parts;
    report["names"] = model.counts.row_total(boundary);
    report["characters"] = model.vocabulary.size() - 1;
    report["bigrams"] = model.counts.total();
    report["loss"] = loss;
    return report.dump() + "\n";
}

std::string text_report(const ModelFile& model, const MergeOptions& options, double loss) {
    return "parts           " + grouped(options.parts.size()) + "\nnames           " +
           grouped(model.counts.row_total(boundary)) + "\ncharacters      " +
           grouped(model.vocabulary.size() - 1) + "\nbigrams         " +
           grouped(model.counts.total()) + "\nloss            " + real_text(loss) +
           " nats per bigram\nmodel           saved to " + options.save_path + "\n";
}

}  // namespace

Outcome<void> run(const MergeOptions& options) {
    if (const auto refused = refuse_repeated(options.parts); !refused) {
        return refused;
    }
    // A part may be what the sum replaces: it is read before.
    auto file = OutputFile::create(options.save_path, "");
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto model = sum_of(options.parts);
    if (!model) {
        return std::unexpected(model.error());
    }
    if (auto saved = file->write_and_commit(model_file_text(*model)); !saved) {
        return saved;
    }
    const double loss = mean_loss(count_model(model->counts), model->counts);
    return print(options.json ? json_report(*model, options.parts.size(), loss)
                              : text_report(*model, options, loss));
}

}  // namespace makemore::cli
