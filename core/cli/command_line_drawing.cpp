// The part of the command line that says which names are drawn.
#include "command_line_drawing.hpp"

#include <functional>
#include <string>
#include <vector>

#include "option_values.hpp"

namespace makemore::cli {
namespace {

constexpr const char* rules_group = "Rules";

void add_word(CLI::App& command, const std::string& name, const char* type, const std::string& help,
              const std::string& wanted, const std::function<bool(const std::string&)>& take) {
    command
        .add_option_function<std::string>(
            name,
            [name, wanted, take](const std::string& text) {
                if (!take(unguarded(text))) {
                    throw CLI::ValidationError(
                        name, wanted + " is expected, not \"" + unguarded(text) + "\"");
                }
            },
            help)
        ->type_name(type);
}

// The strings are read from the option itself: in its conversions the library drops "{}".
CLI::Option* add_text(CLI::App& command, const std::string& name, const std::string& help) {
    return command.add_option_function<std::string>(
                      name, [](const std::string&) {}, help)
        ->type_name("TEXT")
        ->group(rules_group);
}

CLI::Option* add_texts(CLI::App& command, const std::string& name, const std::string& help) {
    return command
        .add_option_function<std::vector<std::string>>(
            name, [](const std::vector<std::string>&) {}, help + "; may be repeated")
        ->type_name("TEXT")
        ->allow_extra_args(false)
        ->group(rules_group);
}

void add_length(CLI::App& command, const std::string& name, const std::string& help,
                const std::function<void(std::size_t)>& set) {
    add_word(command, name, "N", help, "a whole number from 0", [set](const std::string& text) {
        const auto length = whole_number(text);
        if (length) {
            set(*length);
        }
        return length.has_value();
    });
    command.get_option(name)->group(rules_group);
}

void add_rule_flag(CLI::App& command, const std::string& name, bool& target,
                   const std::string& help) {
    command.add_flag(name, target, help)->disable_flag_override()->group(rules_group);
}

void add_sampler(CLI::App& command, SampleOptions& options) {
    add_word(command, "--sampler", "cdf|race|mkl|alias",
             "Draw as torch did up to 1.13 (cdf), does today (race),\nor did in 2.0 to 2.6 on "
             "Intel (mkl); or millions of names a\nsecond, not torch's (alias) [cdf]",
             "cdf, race, mkl or alias", [&options](const std::string& text) {
                 options.sampler = sampler_kind(text);
                 return options.sampler || text == "alias";
             });
}

std::vector<std::string> texts(const CLI::Option& option) {
    std::vector<std::string> result;
    for (const std::string& text : option.results()) {
        result.push_back(unguarded(text));
    }
    return result;
}

std::string text_of(const CLI::Option& option) {
    return option.count() == 0 ? "" : texts(option).front();
}

bool has_rules(const TextRules& rules) {
    return !rules.starts_with.empty() || !rules.ends_with.empty() || !rules.contains.empty() ||
           !rules.not_contains.empty() || rules.min_length > 0 || rules.max_length;
}

}  // namespace

DrawingParser::DrawingParser(CLI::App& command, SampleOptions& options)
    : starts_with_(add_text(command, "--starts-with", "How every name begins")),
      ends_with_(add_text(command, "--ends-with", "How every name ends")),
      contains_(add_texts(command, "--contains", "What is in every name")),
      not_contains_(add_texts(command, "--not-contains", "What is in no name")) {
    add_length(command, "--min-length", "The fewest letters of a name",
               [&options](std::size_t length) { options.rules.min_length = length; });
    add_length(command, "--max-length", "The most letters of a name",
               [&options](std::size_t length) { options.rules.max_length = length; });
    add_rule_flag(command, "--new-only", options.new_only, "No name that is in the list");
    add_rule_flag(command, "--unique", options.unique, "No name twice");
    add_sampler(command, options);
    add_word(command, "--temperature", "X",
             "Above 1 the rare letters become likelier, below 1 rarer [1]", "a number above 0",
             [&options](const std::string& text) {
                 const auto value = real_number(text);
                 options.temperature = value.value_or(0.0);
                 return options.temperature > 0.0;
             });
    add_word(command, "--sort", "drawn|probability|length|alphabet",
             "The order of the names: as drawn, or the likeliest, the\nshortest or a first [drawn]",
             "drawn, probability, length or alphabet", [&options](const std::string& text) {
                 const auto order = name_order(text);
                 options.order = order.value_or(NameOrder::drawn);
                 return order.has_value();
             });
    command
        .add_flag("--details", options.details,
                  "Say of each name how likely it is and whether it is new")
        ->disable_flag_override();
}

Outcome<void> DrawingParser::fill(SampleOptions& options) const {
    options.rules.starts_with = text_of(*starts_with_);
    options.rules.ends_with = text_of(*ends_with_);
    options.rules.contains = texts(*contains_);
    options.rules.not_contains = texts(*not_contains_);
    if (!options.sampler && (has_rules(options.rules) || options.new_only || options.unique)) {
        return usage_error(
            "--sampler alias: only without rules, --new-only and --unique; the other samplers "
            "keep them");
    }
    return {};
}

}  // namespace makemore::cli
