// Tables and training as JavaScript sees them: translation only. Tables and weights are handed over
// as copies that JavaScript owns.
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/demonstrations.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/scoring.hpp"
#include "makemore/trainer.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(EvaluationValue)

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
    using bridge::register_type;

    register_type<Nothing, "void">();
    register_type<Floats, "Float32Array">();
    register_type<Doubles, "Float64Array">();
    // The caller owns the table.
    register_type<EvaluationValue, "{dataLoss: number, loss: number, table: ProbabilityTable}">();

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

    function("countModel", &count_table);
    function("uniformModel", &uniform_table);
    function("divergence", &divergence);
    function("fingerprint", &weights_fingerprint);
    function("version", &version);
}

}  // namespace makemore::bridge
