// Names from a table, and how likely a name is, as JavaScript sees them: translation only.
#include <cstddef>
#include <cstdint>
#include <string>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/sampler.hpp"
#include "makemore/scoring.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(SampleOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(SampledNames)
EMSCRIPTEN_DECLARE_VAL_TYPE(WordScoreValue)

SampledNames sample(const Corpus& corpus, const ProbabilityTable& table,
                    const SampleOptions& options) {
    const auto kind = sampler_kind(options["sampler"].as<std::string>());
    const auto count = whole(options["count"].as<double>());
    const auto length_limit = whole(options["lengthLimit"].as<double>());
    if (!kind || !count || !length_limit) {
        return SampledNames(error_value(
            {.message =
                 "the sampler must be cdf, race or mkl; count and length limit whole numbers"}));
    }
    Sampler sampler(table, *kind, options["seed"].as<std::uint32_t>(),
                    static_cast<std::size_t>(*length_limit));
    val names = val::array();
    for (std::uint64_t i = 0; i < *count; ++i) {
        const auto drawn = sampler.next();
        val name = val::object();
        name.set("name", corpus.vocabulary.decode(drawn.tokens));
        name.set("cut", drawn.cut);
        names.call<void>("push", name);
    }
    return SampledNames(names);
}

WordScoreValue score(const Corpus& corpus, const ProbabilityTable& table, const std::string& word) {
    const auto tokens = corpus.vocabulary.encode(word);
    if (!tokens) {
        return WordScoreValue(error_value(tokens.error()));
    }
    const auto scored = score_word(table, *tokens);
    val bigram_values = val::array();
    for (const auto& bigram : scored.bigrams) {
        val value = val::object();
        value.set("from", corpus.vocabulary.label(bigram.from));
        value.set("to", corpus.vocabulary.label(bigram.to));
        value.set("fromToken", bigram.from);
        value.set("toToken", bigram.to);
        value.set("probability", bigram.probability);
        value.set("loss", bigram.loss);
        bigram_values.call<void>("push", value);
    }
    val object = val::object();
    object.set("word", word);
    object.set("loss", scored.loss);
    object.set("bigrams", bigram_values);
    return WordScoreValue(object);
}

}  // namespace

EMSCRIPTEN_BINDINGS(makemore_names) {
    using namespace emscripten;
    using bridge::register_type;

    register_type<
        SampleOptions,
        "{count: number, seed: number, sampler: 'cdf' | 'race' | 'mkl', lengthLimit: number}">();
    register_type<SampledNames, "{name: string, cut: boolean}[]">();
    register_type<
        WordScoreValue,
        "{word: string, loss: number, bigrams: {from: string, to: string, fromToken: number, "
        "toToken: number, probability: number, loss: number}[]}">();

    function("sample", &sample);
    function("score", &score);
}

}  // namespace makemore::bridge
