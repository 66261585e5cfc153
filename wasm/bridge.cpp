// Lists, their tables and training as JavaScript sees them: translation only. Tables and weights
// are handed over as copies that JavaScript owns.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/demonstrations.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/scoring.hpp"
#include "makemore/trainer.hpp"
#include "makemore/utf8.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(Bytes)
EMSCRIPTEN_DECLARE_VAL_TYPE(CorpusValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(EvaluationValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(FigureOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(Report)

Nothing feed(CorpusReader& reader, const Bytes& bytes) {
    const auto copy = elements<std::uint8_t>(bytes);
    return value_or_error<Nothing>(reader.feed(copy));
}

CorpusValue finish(CorpusReader& reader) { return value_or_error<CorpusValue>(reader.finish()); }

// A list that is known by its counts only. Row-major counts; the alphabet without the boundary,
// sorted.
CorpusValue corpus_of_counts(const std::string& characters, const Doubles& row_major,
                             const FigureOptions& figures) {
    const auto decoded = decode_utf8(characters);
    const auto numbers = elements<double>(row_major);
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
    const auto set_known = [&object](const char* name, bool known, std::uint64_t figure) {
        object.set(name, known ? val(static_cast<double>(figure)) : val::null());
    };
    set_known("distinctNames", corpus.report.distinct_exact, corpus.report.distinct_names);
    set_known("shortest", corpus.report.shortest > 0, corpus.report.shortest);
    set_known("longest", corpus.report.longest > 0, corpus.report.longest);
    object.set("blankLines", static_cast<double>(corpus.report.blank_lines.count));
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

Doubles counts(const Corpus& corpus) { return doubles(corpus.counts.cells()); }

double bigrams(const Corpus& corpus) { return static_cast<double>(corpus.counts.total()); }

ProbabilityTable count_table(const Corpus& corpus, double smoothing) {
    return count_model(corpus.counts, smoothing);
}

ProbabilityTable uniform_table(const Corpus& corpus) { return uniform_model(corpus.counts.size()); }

Doubles probabilities(const ProbabilityTable& table) { return doubles(table.cells()); }

double table_loss(const ProbabilityTable& table, const Corpus& corpus) {
    return mean_loss(table, corpus.counts);
}

Doubles divergence(const ProbabilityTable& p, const ProbabilityTable& q) {
    return doubles(row_divergence(p, q));
}

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
    trainer.restore(elements<float>(weights), whole(step).value_or(0));
}

Floats weights(const Trainer& trainer) { return floats(trainer.weights()); }

EvaluationValue evaluate(const Trainer& trainer, double l2) {
    auto evaluation = trainer.evaluate(l2);
    val object = val::object();
    object.set("dataLoss", evaluation.data_loss);
    object.set("loss", evaluation.loss);
    object.set("table", val(std::move(evaluation.table)));
    return EvaluationValue(object);
}

std::string weights_fingerprint(const Floats& weights) {
    return fingerprint(elements<float>(weights));
}

std::string version() { return MAKEMORE_VERSION; }

}  // namespace

EMSCRIPTEN_BINDINGS(makemore) {
    using namespace emscripten;

    register_type<Nothing>("void");
    register_type<Floats>("Float32Array");
    register_type<Doubles>("Float64Array");
    register_type<Strings>("string[]");
    register_type<Bytes>("Uint8Array");
    register_type<CorpusValue>("Corpus");
    // The caller owns the table.
    register_type<EvaluationValue>("{dataLoss: number, loss: number, table: ProbabilityTable}");
    register_type<FigureOptions>(
        "{names: number, distinctNames: number, shortest: number, longest: number}");
    register_type<Report>(
        "{names: number, distinctNames: number | null, shortest: number | null, longest: number | "
        "null, blankLines: number, bytes: number}");

    class_<CorpusReader>("CorpusReader")
        .constructor<>()
        .function("feed", &feed)
        .function("finish", &finish);

    class_<Corpus>("Corpus")
        .function("report", &report)
        .function("alphabet", &alphabet)
        .function("counts", &counts)
        .function("bigrams", &bigrams);

    class_<ProbabilityTable>("ProbabilityTable")
        .function("probabilities", &probabilities)
        .function("loss", &table_loss);

    class_<Trainer>("Trainer")
        .constructor(&make_trainer, allow_raw_pointers())
        .function("run", &run)
        .function("steps", &steps)
        .function("dataLoss", &Trainer::data_loss)
        .function("loss", &Trainer::loss)
        .function("restore", &restore)
        .function("weights", &weights)
        .function("table", &Trainer::table)
        .function("evaluate", &evaluate);

    function("corpusOfCounts", &corpus_of_counts);
    function("countModel", &count_table);
    function("uniformModel", &uniform_table);
    function("divergence", &divergence);
    function("fingerprint", &weights_fingerprint);
    function("version", &version);
}

}  // namespace makemore::bridge
