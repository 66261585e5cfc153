// What the naming studio asks of the core, as JavaScript sees it: translation only.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "conversions.hpp"
#include "makemore/blend.hpp"
#include "makemore/conditioned_chain.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/listed_names.hpp"
#include "makemore/name_facts.hpp"
#include "makemore/name_generator.hpp"
#include "makemore/name_losses.hpp"
#include "makemore/name_trie.hpp"
#include "makemore/rules.hpp"
#include "makemore/temperature.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(BlendedCorpus)
EMSCRIPTEN_DECLARE_VAL_TYPE(BlendParts)
EMSCRIPTEN_DECLARE_VAL_TYPE(GeneratedNames)
EMSCRIPTEN_DECLARE_VAL_TYPE(HistogramValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(NameFacts)
EMSCRIPTEN_DECLARE_VAL_TYPE(NameRequest)
EMSCRIPTEN_DECLARE_VAL_TYPE(NameRules)
EMSCRIPTEN_DECLARE_VAL_TYPE(TemperedTable)

/// The names of a list, or a sample of them, and how a table ranks them: what may be said of other
/// names.
struct Listed {
    /// Nothing where they are not all known.
    std::optional<NameTrie> names;
    /// Stands for them then; else empty.
    std::vector<std::vector<Token>> sample;
    /// Scores the names by another table.
    void rank(const ProbabilityTable& table) {
        const auto scores = names ? score_names(table, *names) : score_names(table, sample);
        ranking.emplace(scores);
        losses.emplace(scores);
    }
    [[nodiscard]] unsigned sampled() const { return static_cast<unsigned>(sample.size()); }
    std::optional<Ranking> ranking;
    std::optional<NameLosses> losses;
};

/// Null where there is not even a sample.
Listed* listed_of(const Corpus& corpus) {
    Listed listed;
    listed.names = listed_names(corpus.vocabulary, corpus.names);
    if (!listed.names) {
        listed.sample = sampled_names(corpus.vocabulary, corpus.sample);
    }
    return listed.names || !listed.sample.empty() ? new Listed(std::move(listed)) : nullptr;
}

TemperedTable tempered_table(const ProbabilityTable& table, double temperature) {
    return value_or_error<TemperedTable>(tempered(table, temperature));
}

std::vector<std::string> strings(const val& array) {
    return emscripten::vecFromJSArray<std::string>(array);
}

// A length that is no whole number is one that the core refuses.
std::size_t length(const val& number) {
    return static_cast<std::size_t>(whole(number.as<double>()).value_or(longest_rule + 1));
}

Result<Rules> rules_of(const Corpus& corpus, const val& value) {
    const val longest = value["maxLength"];
    return make_rules(
        corpus.vocabulary,
        {.starts_with = value["startsWith"].as<std::string>(),
         .ends_with = value["endsWith"].as<std::string>(),
         .contains = strings(value["contains"]),
         .not_contains = strings(value["notContains"]),
         .min_length = length(value["minLength"]),
         .max_length = longest.isNull() ? std::nullopt : std::optional(length(longest))});
}

bool can_keep(const Corpus& corpus, const ProbabilityTable& table, const NameRules& value) {
    auto rules = rules_of(corpus, value);
    return rules && ConditionedChain::make(table, *std::move(rules), corpus.vocabulary);
}

val facts(const Corpus& corpus, const ProbabilityTable& table, const Listed* listed,
          const std::vector<Token>& name) {
    const double likely = log_probability(table, name);
    val value = val::object();
    value.set("logProbability", likely);
    value.set("standing", std::string("unknown"));
    value.set("nearest", val::null());
    value.set("percentile", val::null());
    if (listed == nullptr) {
        return value;
    }
    value.set("percentile", listed->ranking->share_below(likely));
    if (listed->names) {
        const auto nearest = listed->names->nearest(name);
        value.set("standing", std::string(listed->names->contains(name) ? "listed" : "new"));
        value.set("nearest", nearest ? val(corpus.vocabulary.decode(*nearest)) : val::null());
    }
    return value;
}

NameFacts name_facts(const Corpus& corpus, const ProbabilityTable& table, const Listed* listed,
                     const std::string& name) {
    const auto tokens = corpus.vocabulary.encode(name);
    if (!tokens) {
        return NameFacts(error_value(tokens.error()));
    }
    val value = facts(corpus, table, listed, *tokens);
    value.set("losesLessThan",
              listed == nullptr ? val::null()
                                : val(listed->losses->share_above(mean_pair_loss(table, *tokens))));
    return NameFacts(value);
}

HistogramValue histogram(const Listed& listed) {
    const auto found = listed.losses->histogram();
    val value = val::object();
    value.set("from", found.from);
    value.set("width", found.width);
    value.set("counts", doubles(found.counts));
    return HistogramValue(value);
}

struct Drawn {
    std::vector<std::vector<Token>> names;
    std::vector<bool> cut;
    std::vector<double> log_probabilities;
    std::optional<std::string> exhausted;
};

Result<Drawn> draw(NameGenerator& generator, const ProbabilityTable& table, std::uint64_t count) {
    Drawn drawn;
    while (drawn.names.size() < count) {
        auto name = generator.next();
        if (!name) {
            return std::unexpected(name.error());
        }
        if (!*name) {
            drawn.exhausted = generator.exhausted_reason();
            break;
        }
        drawn.log_probabilities.push_back(log_probability(table, (*name)->tokens));
        drawn.cut.push_back((*name)->cut);
        drawn.names.push_back(std::move((*name)->tokens));
    }
    if (drawn.names.empty()) {
        return std::unexpected(Error{.message = drawn.exhausted.value_or("")});
    }
    return drawn;
}

GeneratedNames generate(const Corpus& corpus, const ProbabilityTable& table, const Listed* listed,
                        const NameRequest& request) {
    const auto kind = sampler_kind(request["sampler"].as<std::string>());
    const auto order = name_order(request["order"].as<std::string>());
    const auto count = whole(request["count"].as<double>());
    const bool new_only = request["newOnly"].as<bool>();
    if (!kind || !order || !count || *count == 0) {
        return GeneratedNames(error_value(
            {.message =
                 "the sampler must be cdf, race or mkl, the order drawn, probability, length "
                 "or alphabet, and the count a whole number from 1"}));
    }
    if (new_only && (listed == nullptr || !listed->names)) {
        return GeneratedNames(error_value(
            {.message = "the names of this list are not all known, so it cannot be told which "
                        "names are new"}));
    }
    const auto rules = rules_of(corpus, request["rules"]);
    if (!rules) {
        return GeneratedNames(error_value(rules.error()));
    }
    auto generator =
        NameGenerator::make(table, *rules, corpus.vocabulary,
                            {.sampler = *kind,
                             .generator = TorchGenerator(request["seed"].as<std::uint32_t>()),
                             .excluded = new_only ? &*listed->names : nullptr,
                             .unique = request["unique"].as<bool>()});
    if (!generator) {
        return GeneratedNames(error_value(generator.error()));
    }
    const auto drawn = draw(*generator, table, *count);
    if (!drawn) {
        return GeneratedNames(error_value(drawn.error()));
    }
    val names = val::array();
    for (const auto place : places_in_order(*order, drawn->names, drawn->log_probabilities)) {
        val name = facts(corpus, table, listed, drawn->names[place]);
        name.set("name", corpus.vocabulary.decode(drawn->names[place]));
        name.set("cut", static_cast<bool>(drawn->cut[place]));
        names.call<void>("push", name);
    }
    val value = val::object();
    value.set("names", names);
    value.set("requestProbability", generator->request_probability());
    value.set("logRequestProbability", generator->log_request_probability());
    value.set("exhausted", drawn->exhausted ? val(*drawn->exhausted) : val::null());
    return GeneratedNames(value);
}

BlendedCorpus blended(const BlendParts& values) {
    std::vector<BlendPart> parts;
    const auto count = values["length"].as<unsigned>();
    for (unsigned i = 0; i < count; ++i) {
        const auto weight = whole(values[i]["weight"].as<double>());
        if (!weight || *weight == 0) {
            return BlendedCorpus(
                error_value({.message = "the weight of a list is a whole number from 1"}));
        }
        parts.push_back(
            {.corpus = values[i]["corpus"].as<Corpus*>(emscripten::allow_raw_pointers()),
             .weight = *weight});
    }
    if (parts.empty()) {
        return BlendedCorpus(error_value({.message = "a blend is of one list at least"}));
    }
    return value_or_error<BlendedCorpus>(blend(parts));
}

bool names_known(const Corpus& corpus) { return corpus.names.complete(); }

}  // namespace

EMSCRIPTEN_BINDINGS(makemore_studio) {
    using namespace emscripten;
    using bridge::register_type;

    register_type<BlendedCorpus, "Corpus">();
    register_type<BlendParts, "{corpus: Corpus, weight: number}[]">();
    register_type<
        GeneratedNames,
        "{names: {name: string, logProbability: number, cut: boolean, standing: 'listed' | 'new' | "
        "'unknown', nearest: string | null, percentile: number | null}[], requestProbability: "
        "number, logRequestProbability: number, exhausted: string | null}">();
    register_type<HistogramValue, "{from: number, width: number, counts: Float64Array}">();
    register_type<
        NameFacts,
        "{logProbability: number, standing: 'listed' | 'new' | 'unknown', nearest: string | null, "
        "percentile: number | null, losesLessThan: number | null}">();
    register_type<
        NameRules,
        "{startsWith: string, endsWith: string, contains: string[], notContains: string[], "
        "minLength: number, maxLength: number | null}">();
    register_type<
        NameRequest,
        "{rules: {startsWith: string, endsWith: string, contains: string[], notContains: string[], "
        "minLength: number, maxLength: number | null}, newOnly: boolean, unique: boolean, count: "
        "number, order: 'drawn' | 'probability' | 'length' | 'alphabet', seed: number, sampler: "
        "'cdf' | 'race' | 'mkl'}">();
    register_type<TemperedTable, "ProbabilityTable">();

    class_<Listed>("Listed")
        .function("rank", &Listed::rank)
        .function("sampled", &Listed::sampled)
        .function("histogram", &histogram);

    function("listed", &listed_of, allow_raw_pointers());
    function("namesKnown", &names_known);
    function("tempered", &tempered_table);
    function("canKeep", &can_keep);
    function("nameFacts", &name_facts, allow_raw_pointers());
    function("generate", &generate, allow_raw_pointers());
    function("blend", &blended);
}

}  // namespace makemore::bridge
