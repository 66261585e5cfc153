// The names that `makemore sample` draws, one by one or as a batch, and what is said of them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "chosen_model.hpp"
#include "makemore/name_facts.hpp"
#include "makemore/name_generator.hpp"
#include "makemore/name_trie.hpp"
#include "options.hpp"
#include "outcome.hpp"

namespace makemore::cli {

/// What one name is drawn from: a tempered table, a sampler and the rules.
class NameSource {
  public:
    /// Fails with the reason where no name can be drawn.
    [[nodiscard]] static Outcome<NameSource> make(const ChosenModel& model, const NameTrie* listed,
                                                  const SampleOptions& options);

    /// The next name; nothing where there are no more.
    [[nodiscard]] Outcome<std::optional<SampledName>> next();
    /// Why there are no more.
    [[nodiscard]] std::string exhausted_reason() const { return generator_->exhausted_reason(); }

    [[nodiscard]] const ProbabilityTable& table() const { return table_; }
    [[nodiscard]] bool has_rules() const { return has_rules_; }
    [[nodiscard]] double request_probability() const {
        return generator_ ? generator_->request_probability() : 1.0;
    }
    [[nodiscard]] double log_request_probability() const {
        return generator_ ? generator_->log_request_probability() : 0.0;
    }

  private:
    explicit NameSource(ProbabilityTable table) : table_(std::move(table)) {}

    std::string file_;
    ProbabilityTable table_;
    std::optional<NameGenerator> generator_;  // nothing: the alias sampler
    std::function<SampledName()> alias_;
    bool has_rules_ = false;
};

/// Names in the order asked for.
struct Batch {
    std::vector<SampledName> names;
    std::vector<double> log_probabilities;  ///< as many
    std::optional<std::string> exhausted;   ///< why there are fewer than asked for
};

/// Fails where there is none at all.
[[nodiscard]] Outcome<Batch> draw_batch(NameSource& source, const SampleOptions& options);

/// "1 name in 3,400 looks like this", of the probability's natural logarithm.
[[nodiscard]] std::string likeness(double log_probability);

}  // namespace makemore::cli
