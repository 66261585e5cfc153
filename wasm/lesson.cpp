// What only the lesson asks of the core, as JavaScript sees it: translation only.
#include <cstdint>
#include <string>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/demonstrations.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/real_math.hpp"
#include "makemore/sampler.hpp"
#include "makemore/scoring.hpp"
#include "makemore/trainer.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(DrawValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(Draws)
EMSCRIPTEN_DECLARE_VAL_TYPE(LikelihoodsOrError)
EMSCRIPTEN_DECLARE_VAL_TYPE(LogCountsValue)

ProbabilityTable column_table(const Corpus& corpus) {
    return divided_by_column_totals(corpus.counts);
}

double letter_loss(const Corpus& corpus) { return single_letter_loss(corpus.counts); }

Doubles sums_of_rows(const Doubles& row_major, std::uint32_t columns) {
    const auto cells = elements<double>(row_major);
    return doubles(row_sums(cells, columns));
}

double table_loss_float32(const ProbabilityTable& table, const Corpus& corpus) {
    return static_cast<double>(mean_loss_float32(table, corpus.counts));
}

LogCountsValue log_counts(const Corpus& corpus, const Floats& weights) {
    const auto compared = compare_log_counts(elements<float>(weights), corpus.counts);
    val object = val::object();
    object.set("logCounts", doubles(compared.log_counts));
    object.set("shiftedWeights", doubles(compared.shifted_weights));
    object.set("constants", doubles(compared.constants));
    object.set("largestGap", compared.largest_gap);
    return LogCountsValue(object);
}

val draw_value(const Draw& draw) {
    val value = val::object();
    value.set("context", draw.context);
    value.set("token", draw.token);
    value.set("uniform", draw.uniform);
    value.set("below", draw.below);
    value.set("upto", draw.upto);
    return value;
}

// The letter after a context, with the random number that comes `skip` draws after the first.
DrawValue draw_after(const ProbabilityTable& table, std::uint32_t seed, double skip,
                     std::uint32_t context) {
    Sampler sampler(table, SamplerKind::cdf, seed);
    for (std::uint64_t i = 0; i < whole(skip).value_or(0); ++i) {
        (void)sampler.draw(boundary);
    }
    return DrawValue(draw_value(sampler.draw(context)));
}

// The draws of the name that comes `skip` names after the first under a seed, by the cdf sampler.
Draws draws(const ProbabilityTable& table, std::uint32_t seed, double skip) {
    Sampler sampler(table, SamplerKind::cdf, seed);
    for (std::uint64_t i = 0; i < whole(skip).value_or(0); ++i) {
        (void)sampler.next();
    }
    val values = val::array();
    for (const auto& draw : sampler.next_draws()) {
        values.call<void>("push", draw_value(draw));
    }
    return Draws(values);
}

// After each word, what the words so far are worth together.
LikelihoodsOrError likelihoods(const Corpus& corpus, const ProbabilityTable& table,
                               const Strings& words) {
    Likelihood likelihood;
    val values = val::array();
    const auto count = words["length"].as<unsigned>();
    for (unsigned i = 0; i < count; ++i) {
        const auto tokens = corpus.vocabulary.encode(words[i].as<std::string>());
        if (!tokens) {
            return LikelihoodsOrError(error_value(tokens.error()));
        }
        likelihood.add(table, *tokens);
        val value = val::object();
        value.set("bigrams", static_cast<double>(likelihood.bigrams));
        value.set("product", likelihood.product);
        value.set("logLikelihood", likelihood.log_likelihood);
        values.call<void>("push", value);
    }
    return LikelihoodsOrError(values);
}

Floats gradient_of(const Trainer& trainer, double l2) { return floats(trainer.gradient(l2)); }

double difference_quotient(const Trainer& trainer, std::uint32_t row, std::uint32_t column,
                           double l2, float h) {
    return trainer.difference_quotient(row, column, l2, h);
}

}  // namespace

EMSCRIPTEN_BINDINGS(makemore_lesson) {
    using namespace emscripten;
    using bridge::register_type;

    register_type<
        DrawValue,
        "{context: number, token: number, uniform: number, below: number, upto: number}">();
    register_type<
        Draws,
        "{context: number, token: number, uniform: number, below: number, upto: number}[]">();
    register_type<LikelihoodsOrError,
                  "{bigrams: number, product: number, logLikelihood: number}[]">();
    register_type<
        LogCountsValue,
        "{logCounts: Float64Array, shiftedWeights: Float64Array, constants: Float64Array, "
        "largestGap: number}">();

    function("dividedByColumnTotals", &column_table);
    function("normalisedRows", &normalised_rows);
    function("rowSums", &sums_of_rows);
    function("singleLetterLoss", &letter_loss);
    function("lossFloat32", &table_loss_float32);
    function("likelihoods", &likelihoods);
    function("draws", &draws);
    function("drawAfter", &draw_after);
    function("exp", &portable_exp);
    function("gradient", &gradient_of);
    function("differenceQuotient", &difference_quotient);
    function("logCounts", &log_counts);
}

}  // namespace makemore::bridge
