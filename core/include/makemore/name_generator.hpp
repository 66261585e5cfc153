// Names that keep rules, drawn from the table's own distribution given those rules, never by retry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "makemore/conditioned_chain.hpp"
#include "makemore/error.hpp"
#include "makemore/name_supply.hpp"
#include "makemore/name_trie.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rules.hpp"
#include "makemore/sampler.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// How names are drawn, beside the rules.
struct DrawingOptions {
    SamplerKind sampler = SamplerKind::cdf;  ///< for rows that nothing changes
    TorchGenerator generator;                ///< where the draws come from
    /// Names never to be drawn ("new only"), or none. Only read while the generator is made.
    const NameTrie* excluded = nullptr;
    /// Whether no name is drawn twice.
    bool unique = false;
};

/// A stream of names under rules. Every letter is drawn from the exact conditional distribution by
/// the chosen torch sampler; a row that the rules leave alone goes to it unchanged. Without rules,
/// exclusions and uniqueness this is `Sampler`, name for name, its cut at the length limit
/// included.
class NameGenerator {
  public:
    /// Fails with the reason if no name can keep the rules, and if they are too large (see
    /// `ConditionedChain::make`). A tempered table comes tempered. Precondition: the vocabulary and
    /// the excluded names are the table's.
    [[nodiscard]] static Result<NameGenerator> make(const ProbabilityTable& table,
                                                    const Rules& rules,
                                                    const Vocabulary& vocabulary,
                                                    const DrawingOptions& options = {});

    /// The next name; nothing if every name that may be given has been. Fails if there is neither a
    /// maximum length nor an end after `default_length_limit` letters; the generator may go on.
    [[nodiscard]] Result<std::optional<SampledName>> next();
    /// Why `next` has nothing: "only 12 names keep these rules; all are given".
    [[nodiscard]] std::string exhausted_reason() const;

    /// The probability that a name drawn from the table keeps the string and length rules, and its
    /// natural logarithm, which is finite where the probability underflows to 0.
    [[nodiscard]] double request_probability() const {
        return chain_ ? chain_->probability() : 1.0;
    }
    /// Natural logarithm of the probability that a name of the table keeps the rules and is not
    /// excluded.
    [[nodiscard]] double log_request_probability() const {
        return chain_ ? chain_->log_probability() : 0.0;
    }
    /// How many different names may still be given; the largest value stands for at least so many.
    /// Without uniqueness drawing takes none away.
    [[nodiscard]] std::uint64_t supply() const noexcept {
        return supply_ ? supply_->names() : uncountable;
    }

  private:
    NameGenerator(const ProbabilityTable& table, std::optional<ConditionedChain> chain,
                  const DrawingOptions& options);

    [[nodiscard]] Token draw(NameSupply::Place place);

    Sampler sampler_;
    // Nothing if nothing is asked of the names: then they are the sampler's own.
    std::optional<ConditionedChain> chain_;
    std::optional<NameSupply> supply_;
    bool unique_;
    bool new_only_;
    std::uint64_t given_ = 0;
    std::vector<Mass> masses_;
    std::vector<float> row_;
};

}  // namespace makemore
