// The names that `makemore sample` draws.
#include "drawn_names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>

#include "input.hpp"
#include "makemore/alias_sampler.hpp"
#include "makemore/real_math.hpp"
#include "makemore/temperature.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

/// Hands the names of an alias sampler out one by one.
class AliasStream {
  public:
    AliasStream(const ProbabilityTable& table, std::uint64_t seed)
        : sampler_(table, seed), tokens_(std::size_t{1} << 14U) {}

    SampledName next() {
        if (at_ == filled_) {
            filled_ = sampler_.fill(tokens_).tokens;
            at_ = 0;
        }
        const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(at_);
        const auto end = std::find(begin, tokens_.end(), boundary);
        SampledName name{.tokens = {begin, end}};
        name.cut = name.tokens.size() == default_length_limit;
        at_ += name.tokens.size() + 1;
        return name;
    }

  private:
    AliasSampler sampler_;
    std::vector<Token> tokens_;
    std::size_t filled_ = 0;
    std::size_t at_ = 0;
};

TextRules as_the_list_is_read(TextRules rules, const ReadingChoices& reading) {
    rules.starts_with = reading.word(rules.starts_with);
    rules.ends_with = reading.word(rules.ends_with);
    for (auto* const strings : {&rules.contains, &rules.not_contains}) {
        std::ranges::transform(*strings, strings->begin(),
                               [&](const std::string& text) { return reading.word(text); });
    }
    return rules;
}

}  // namespace

Outcome<NameSource> NameSource::make(const ChosenModel& model, const NameTrie* listed,
                                     const SampleOptions& options) {
    const std::string file = display_name(options.model.file);
    auto table = tempered(model.table, options.temperature);
    if (!table) {
        return bad_input(file, table.error());
    }
    NameSource source(*std::move(table));
    source.file_ = file;
    const std::uint64_t seed = options.model.training.seed;
    if (!options.sampler) {
        const auto stream = std::make_shared<AliasStream>(source.table_, seed);
        source.alias_ = [stream] { return stream->next(); };
        return source;
    }
    const auto rules =
        make_rules(model.vocabulary, as_the_list_is_read(options.rules, options.model.reading));
    if (!rules) {
        return bad_input(file, rules.error().message);
    }
    auto generator = NameGenerator::make(source.table_, *rules, model.vocabulary,
                                         {.sampler = *options.sampler,
                                          .generator = TorchGenerator(seed),
                                          .excluded = options.new_only ? listed : nullptr,
                                          .unique = options.unique});
    if (!generator) {
        return bad_input(file, generator.error().message);
    }
    source.generator_ = *std::move(generator);
    source.has_rules_ = !is_free(*rules);
    return source;
}

Outcome<std::optional<SampledName>> NameSource::next() {
    if (!generator_) {
        return alias_();
    }
    auto name = generator_->next();
    if (!name) {
        return bad_input(file_, name.error().message);
    }
    return *std::move(name);
}

Outcome<Batch> draw_batch(NameSource& source, const SampleOptions& options) {
    std::vector<SampledName> drawn;
    std::vector<std::vector<Token>> tokens;
    std::vector<double> log_probabilities;
    Batch batch;
    while (drawn.size() < options.count) {
        auto name = source.next();
        if (!name) {
            return std::unexpected(name.error());
        }
        if (!*name) {
            batch.exhausted = source.exhausted_reason();
            break;
        }
        log_probabilities.push_back(log_probability(source.table(), (*name)->tokens));
        tokens.push_back((*name)->tokens);
        drawn.push_back(**std::move(name));
    }
    if (drawn.empty()) {
        return bad_input(display_name(options.model.file), *batch.exhausted);
    }
    for (const std::size_t place : places_in_order(options.order, tokens, log_probabilities)) {
        batch.names.push_back(std::move(drawn[place]));
        batch.log_probabilities.push_back(log_probabilities[place]);
    }
    return batch;
}

std::string likeness(double log_probability) {
    constexpr double ln_10 = 2.302585092994046;
    if (log_probability > -0.01) {
        return "nearly every name looks like this";
    }
    if (log_probability < -15 * ln_10) {
        return "1 name in 10^" + std::to_string(std::llround(-log_probability / ln_10)) +
               " looks like this";
    }
    const double one_in = portable_exp(-log_probability);
    if (one_in < 10.0) {
        std::array<char, 32> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), one_in,
                                       std::chars_format::fixed, 1);
        return "1 name in " + std::string(digits.data(), end.ptr) + " looks like this";
    }
    // Two digits say as much as anybody can use.
    double unit = 1.0;
    while (one_in / unit >= 99.5) {
        unit *= 10.0;
    }
    return "1 name in " + grouped(static_cast<std::uint64_t>(std::round(one_in / unit) * unit)) +
           " looks like this";
}

}  // namespace makemore::cli
