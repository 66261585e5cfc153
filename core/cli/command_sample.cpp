// `makemore sample`: new names, one a line.
#include <nlohmann/json.hpp>

#include "chosen_model.hpp"
#include "commands.hpp"
#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

void note_cut(std::uint64_t cut) {
    if (cut > 0) {
        note(counted(cut, "name") + " cut at " + grouped(default_length_limit) +
             " characters: the end was not drawn before");
    }
}

Outcome<void> print_text(const Vocabulary& vocabulary, Sampler& sampler, std::uint64_t count) {
    const std::string_view mark = is_terminal(stdout) ? "…\n" : "\n";
    std::uint64_t cut = 0;
    for (std::uint64_t index = 0; index < count; ++index) {
        const SampledName name = sampler.next();
        cut += name.cut ? 1 : 0;
        const std::string_view end = name.cut ? mark : "\n";
        if (auto printed = print(vocabulary.decode(name.tokens).append(end)); !printed) {
            return printed;
        }
    }
    note_cut(cut);
    return {};
}

Outcome<void> print_json(const Vocabulary& vocabulary, Sampler& sampler, std::uint64_t count) {
    nlohmann::ordered_json report;
    auto& names = report["names"] = nlohmann::ordered_json::array();
    nlohmann::ordered_json cut = nlohmann::ordered_json::array();
    for (std::uint64_t index = 0; index < count; ++index) {
        const SampledName name = sampler.next();
        names.push_back(vocabulary.decode(name.tokens));
        if (name.cut) {
            cut.push_back(index);
        }
    }
    note_cut(cut.size());
    if (!cut.empty()) {
        report["cut"] = std::move(cut);
    }
    return print(report.dump() + "\n");
}

}  // namespace

Outcome<void> run(const SampleOptions& options) {
    const auto model = choose_model(options.model);
    if (!model) {
        return std::unexpected(model.error());
    }
    Sampler sampler(model->table, options.sampler, options.model.training.seed);
    return options.json ? print_json(model->vocabulary, sampler, options.count)
                        : print_text(model->vocabulary, sampler, options.count);
}

}  // namespace makemore::cli
