// The core as JavaScript sees it: translation only. Failures become JS Errors with `message`,
// `line` and `column`; arrays and tables are handed over as copies that JavaScript owns.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "makemore/corpus_reader.hpp"
#include "makemore/demonstrations.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/real_math.hpp"
#include "makemore/sampler.hpp"
#include "makemore/scoring.hpp"
#include "makemore/trainer.hpp"
#include "makemore/utf8.hpp"

using emscripten::val;

namespace {

using namespace makemore;

EMSCRIPTEN_DECLARE_VAL_TYPE(Bytes)
EMSCRIPTEN_DECLARE_VAL_TYPE(Floats)
EMSCRIPTEN_DECLARE_VAL_TYPE(Doubles)
EMSCRIPTEN_DECLARE_VAL_TYPE(Strings)
EMSCRIPTEN_DECLARE_VAL_TYPE(SampleOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(SampledNames)
EMSCRIPTEN_DECLARE_VAL_TYPE(WordScoreValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(Report)
EMSCRIPTEN_DECLARE_VAL_TYPE(CorpusValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(Nothing)
EMSCRIPTEN_DECLARE_VAL_TYPE(FigureOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(DrawValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(Draws)
EMSCRIPTEN_DECLARE_VAL_TYPE(LogCountsValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(LikelihoodsOrError)

val error_value(const Error& error) {
    val object = val::global("Error").new_(describe(error));
    object.set("line", static_cast<double>(error.line));
    object.set("column", static_cast<double>(error.column));
    return object;
}

// What a call gives back that may fail: throw_errors.js throws the Error.
template <typename Returned, typename T>
Returned value_or_error(Result<T> result) {
    if (!result) {
        return Returned(error_value(result.error()));
    }
    if constexpr (std::is_void_v<T>) {
        return Returned(val::undefined());
    } else {
        return Returned(val(*std::move(result)));
    }
}

template <typename Value, typename Element>
Value copied(const char* array_type, const std::vector<Element>& elements) {
    return Value(val::global(array_type)
                     .new_(emscripten::typed_memory_view(elements.size(), elements.data())));
}

// A whole number that a double holds exactly, as every step and count from JavaScript must be.
std::optional<std::uint64_t> whole(double number) {
    constexpr double largest_exact = 9'007'199'254'740'991.0;
    const bool is_whole = number >= 0.0 && number <= largest_exact && number == std::floor(number);
    return is_whole ? std::optional(static_cast<std::uint64_t>(number)) : std::nullopt;
}

Nothing feed(CorpusReader& reader, const Bytes& bytes) {
    const auto copy = emscripten::convertJSArrayToNumberVector<std::uint8_t>(bytes);
    return value_or_error<Nothing>(reader.feed(copy));
}

CorpusValue finish(CorpusReader& reader) { return value_or_error<CorpusValue>(reader.finish()); }

// A list that is known by its counts only. Row-major counts; the alphabet without the boundary,
// sorted.
CorpusValue corpus_of_counts(const std::string& characters, const Doubles& row_major,
                             const FigureOptions& figures) {
    const auto decoded = decode_utf8(characters);
    const auto numbers = emscripten::convertJSArrayToNumberVector<double>(row_major);
    if (!decoded || numbers.size() != (decoded->size() + 1) * (decoded->size() + 1) ||
        !std::ranges::all_of(numbers, [](double number) { return whole(number).has_value(); }) ||
        std::ranges::adjacent_find(*decoded, std::greater_equal<>()) != decoded->end()) {
        return CorpusValue(error_value(
            {.message = "a table of whole counts, one row and column for the boundary and for each "
                        "character of a sorted alphabet, was expected"}));
    }
    const auto figure = [&figures](const char* name) {
        return whole(figures[name].as<double>()).value_or(0);
    };
    return CorpusValue(
        val(Corpus{.vocabulary = Vocabulary(*decoded),
                   .counts = BigramCounts(decoded->size() + 1, {numbers.begin(), numbers.end()}),
                   .report = {.names = figure("names"),
                              .distinct_names = figure("distinctNames"),
                              .shortest = figure("shortest"),
                              .longest = figure("longest")}}));
}

Report report(const Corpus& corpus) {
    val object = val::object();
    object.set("names", static_cast<double>(corpus.report.names));
    object.set("distinctNames", static_cast<double>(corpus.report.distinct_names));
    object.set("shortest", static_cast<double>(corpus.report.shortest));
    object.set("longest", static_cast<double>(corpus.report.longest));
    object.set("blankLines", static_cast<double>(corpus.report.blank_lines));
    object.set("bytes", static_cast<double>(corpus.report.bytes));
    return Report(object);
}

Strings alphabet(const Corpus& corpus) {
    val labels = val::array();
    for (Token token = 0; token < corpus.vocabulary.size(); ++token) {
        labels.call<void>("push", corpus.vocabulary.label(token));
    }
    return Strings(labels);
}

Doubles counts(const Corpus& corpus) {
    const auto cells = corpus.counts.cells();
    return copied<Doubles>("Float64Array", std::vector<double>(cells.begin(), cells.end()));
}

double bigrams(const Corpus& corpus) { return static_cast<double>(corpus.counts.total()); }

// A seed arrives modulo 2^32, and torch's generator uses no more of it.
Trainer* make_trainer(const Corpus& corpus, std::uint32_t seed) {
    return new Trainer(corpus.counts, seed);
}

bool is_setting(double number) { return std::abs(number) <= largest_setting; }

Nothing run(Trainer& trainer, double steps, double learning_rate, double l2) {
    const auto whole_steps = whole(steps);
    if (!whole_steps || !is_setting(learning_rate) || !is_setting(l2)) {
        return Nothing(error_value(
            {.message =
                 "steps must be a whole number, learning rate and L2 weight numbers up to 1e38"}));
    }
    return value_or_error<Nothing>(
        trainer.run(*whole_steps, {.learning_rate = learning_rate, .l2 = l2}));
}

double steps(const Trainer& trainer) { return static_cast<double>(trainer.steps()); }

void restore(Trainer& trainer, const Floats& weights, double step) {
    trainer.restore(emscripten::convertJSArrayToNumberVector<float>(weights),
                    whole(step).value_or(0));
}

Floats gradient_of(const Trainer& trainer, double l2) {
    return copied<Floats>("Float32Array", trainer.gradient(l2));
}

Floats weights(const Trainer& trainer) { return copied<Floats>("Float32Array", trainer.weights()); }

Doubles probabilities(const ProbabilityTable& table) {
    const auto cells = table.cells();
    return copied<Doubles>("Float64Array", std::vector<double>(cells.begin(), cells.end()));
}

double table_loss(const ProbabilityTable& table, const Corpus& corpus) {
    return mean_loss(table, corpus.counts);
}

Doubles divergence(const ProbabilityTable& p, const ProbabilityTable& q) {
    return copied<Doubles>("Float64Array", row_divergence(p, q));
}

ProbabilityTable uniform_table(const Corpus& corpus) { return uniform_model(corpus.counts.size()); }

ProbabilityTable column_table(const Corpus& corpus) {
    return divided_by_column_totals(corpus.counts);
}

double letter_loss(const Corpus& corpus) { return single_letter_loss(corpus.counts); }

Doubles sums_of_rows(const Doubles& row_major, std::uint32_t columns) {
    const auto cells = emscripten::convertJSArrayToNumberVector<double>(row_major);
    return copied<Doubles>("Float64Array", row_sums(cells, columns));
}

double table_loss_float32(const ProbabilityTable& table, const Corpus& corpus) {
    return static_cast<double>(mean_loss_float32(table, corpus.counts));
}

LogCountsValue log_counts(const Corpus& corpus, const Floats& weights) {
    const auto compared =
        compare_log_counts(emscripten::convertJSArrayToNumberVector<float>(weights), corpus.counts);
    val object = val::object();
    object.set("logCounts", copied<Doubles>("Float64Array", compared.log_counts));
    object.set("shiftedWeights", copied<Doubles>("Float64Array", compared.shifted_weights));
    object.set("constants", copied<Doubles>("Float64Array", compared.constants));
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

ProbabilityTable count_table(const Corpus& corpus, double smoothing) {
    return count_model(corpus.counts, smoothing);
}

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

std::string weights_fingerprint(const Floats& weights) {
    return fingerprint(emscripten::convertJSArrayToNumberVector<float>(weights));
}

std::string version() { return MAKEMORE_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(makemore) {
    using namespace emscripten;

    register_type<Bytes>("Uint8Array");
    register_type<CorpusValue>("Corpus");
    register_type<Nothing>("void");
    register_type<FigureOptions>(
        "{names: number, distinctNames: number, shortest: number, longest: number}");
    register_type<DrawValue>(
        "{context: number, token: number, uniform: number, below: number, upto: number}");
    register_type<Draws>(
        "{context: number, token: number, uniform: number, below: number, upto: number}[]");
    register_type<LogCountsValue>(
        "{logCounts: Float64Array, shiftedWeights: Float64Array, constants: Float64Array, "
        "largestGap: number}");
    register_type<LikelihoodsOrError>(
        "{bigrams: number, product: number, logLikelihood: number}[]");
    register_type<Floats>("Float32Array");
    register_type<Doubles>("Float64Array");
    register_type<Strings>("string[]");
    register_type<SampleOptions>(
        "{count: number, seed: number, sampler: 'cdf' | 'race' | 'mkl', lengthLimit: number}");
    register_type<SampledNames>("{name: string, cut: boolean}[]");
    register_type<WordScoreValue>(
        "{word: string, loss: number, bigrams: {from: string, to: string, fromToken: number, "
        "toToken: number, probability: number, loss: number}[]}");
    register_type<Report>(
        "{names: number, distinctNames: number, shortest: number, longest: number, "
        "blankLines: number, bytes: number}");

    class_<CorpusReader>("CorpusReader")
        .constructor<>()
        .function("feed", &feed)
        .function("finish", &finish);

    class_<Corpus>("Corpus")
        .function("report", &report)
        .function("alphabet", &alphabet)
        .function("counts", &counts)
        .function("bigrams", &bigrams);

    class_<Trainer>("Trainer")
        .constructor(&make_trainer, allow_raw_pointers())
        .function("run", &run)
        .function("steps", &steps)
        .function("dataLoss", &Trainer::data_loss)
        .function("loss", &Trainer::loss)
        .function("restore", &restore)
        .function("gradient", &gradient_of)
        .function("differenceQuotient", &Trainer::difference_quotient)
        .function("weights", &weights)
        .function("table", &Trainer::table);

    class_<ProbabilityTable>("ProbabilityTable")
        .function("probabilities", &probabilities)
        .function("loss", &table_loss)
        .function("lossFloat32", &table_loss_float32);

    function("countModel", &count_table);
    function("corpusOfCounts", &corpus_of_counts);
    function("uniformModel", &uniform_table);
    function("dividedByColumnTotals", &column_table);
    function("divergence", &divergence);
    function("singleLetterLoss", &letter_loss);
    function("draws", &draws);
    function("drawAfter", &draw_after);
    function("rowSums", &sums_of_rows);
    function("normalisedRows", &normalised_rows);
    function("logCounts", &log_counts);
    function("likelihoods", &likelihoods);
    function("exp", &portable_exp);
    function("sample", &sample);
    function("score", &score);
    function("fingerprint", &weights_fingerprint);
    function("version", &version);
}
