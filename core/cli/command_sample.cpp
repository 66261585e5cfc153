// `makemore sample`: names, one a line.
#include <nlohmann/json.hpp>

#include "chosen_model.hpp"
#include "commands.hpp"
#include "drawn_names.hpp"
#include "fast_names.hpp"
#include "input.hpp"
#include "makemore/listed_names.hpp"
#include "name_details.hpp"
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

std::string_view line_end(const SampledName& name) {
    return name.cut && is_terminal(stdout) ? "…\n" : "\n";
}

/// Names as they come, however many.
Outcome<void> print_stream(const Vocabulary& vocabulary, NameSource& source,
                           const SampleOptions& options) {
    std::uint64_t cut = 0;
    for (std::uint64_t index = 0; index < options.count; ++index) {
        const auto drawn = source.next();
        if (!drawn) {
            return std::unexpected(drawn.error());
        }
        if (!*drawn) {
            if (index == 0) {
                return bad_input(display_name(options.model.file), source.exhausted_reason());
            }
            note(source.exhausted_reason());
            break;
        }
        const SampledName& name = **drawn;
        cut += name.cut ? 1 : 0;
        if (auto printed = print(vocabulary.decode(name.tokens).append(line_end(name))); !printed) {
            return printed;
        }
    }
    note_cut(cut);
    return {};
}

Outcome<void> print_batch(const Vocabulary& vocabulary, const Batch& batch,
                          const std::optional<NameDetails>& details) {
    std::string text;
    std::uint64_t cut = 0;
    for (const SampledName& name : batch.names) {
        cut += name.cut ? 1 : 0;
        text += vocabulary.decode(name.tokens).append(line_end(name));
    }
    auto printed = print(details ? details->table(batch) : text);
    note_cut(cut);
    if (batch.exhausted) {
        note(*batch.exhausted);
    }
    return printed;
}

Outcome<void> print_json(const Vocabulary& vocabulary, const NameSource& source, const Batch& batch,
                         const std::optional<NameDetails>& details) {
    nlohmann::ordered_json report;
    auto& names = report["names"] = nlohmann::ordered_json::array();
    nlohmann::ordered_json cut = nlohmann::ordered_json::array();
    for (std::size_t index = 0; index < batch.names.size(); ++index) {
        const SampledName& name = batch.names[index];
        if (details) {
            names.push_back(details->json(name, batch.log_probabilities[index]));
        } else {
            names.push_back(vocabulary.decode(name.tokens));
        }
        if (name.cut) {
            cut.push_back(index);
        }
    }
    note_cut(cut.size());
    if (!cut.empty()) {
        report["cut"] = std::move(cut);
    }
    if (details && details->sampled() > 0) {
        report["percentile_sample"] = details->sampled();
    }
    report["request_probability"] = source.request_probability();
    report["log_request_probability"] = source.log_request_probability();
    if (batch.exhausted) {
        report["exhausted"] = *batch.exhausted;
        note(*batch.exhausted);
    }
    return print(report.dump() + "\n");
}

/// The list's names, where they are known and something is asked of them.
Outcome<std::optional<NameTrie>> names_asked_about(const ChosenModel& model,
                                                   const SampleOptions& options) {
    std::optional<NameTrie> listed;
    if ((options.new_only || options.details) && model.names) {
        listed = listed_names(model.vocabulary, *model.names);
    }
    if (options.new_only && !listed) {
        return bad_input(display_name(options.model.file),
                         model.names ? "the list has more distinct names than are kept, so "
                                       "--new-only cannot tell which names are new"
                                     : "a model file has no names, so --new-only cannot tell which "
                                       "names are new; give the list itself");
    }
    return listed;
}

}  // namespace

Outcome<void> run(const SampleOptions& options) {
    const auto model = choose_model(options.model);
    if (!model) {
        return std::unexpected(model.error());
    }
    const auto listed = names_asked_about(*model, options);
    if (!listed) {
        return std::unexpected(listed.error());
    }
    auto source = NameSource::make(*model, *listed ? &**listed : nullptr, options);
    if (!source) {
        return std::unexpected(source.error());
    }
    if (source->has_rules() && !options.json) {
        note(likeness(source->log_request_probability()));
    }
    const bool in_order = !options.details && options.order == NameOrder::drawn;
    if (in_order && !options.json) {
        if (options.sampler) {
            return print_stream(model->vocabulary, *source, options);
        }
        const auto cut = print_fast(model->vocabulary, source->table(), options);
        note_cut(cut.value_or(0));
        return cut ? Outcome<void>() : std::unexpected(cut.error());
    }
    const auto batch = draw_batch(*source, options);
    if (!batch) {
        return std::unexpected(batch.error());
    }
    std::optional<NameDetails> details;
    if (options.details) {
        details.emplace(model->vocabulary, source->table(), *listed ? &**listed : nullptr,
                        sampled_names(model->vocabulary, model->sample));
    }
    return options.json ? print_json(model->vocabulary, *source, *batch, details)
                        : print_batch(model->vocabulary, *batch, details);
}

}  // namespace makemore::cli
