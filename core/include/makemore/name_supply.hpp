// The names that rules leave, less excluded ones: how many, and how likely from any beginning on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "makemore/conditioned_chain.hpp"
#include "makemore/mass.hpp"
#include "makemore/name_trie.hpp"

namespace makemore {

/// The excluded names that a conditioned chain could draw, as a tree of their beginnings. Every
/// beginning knows the mass and the number of the names that are left from it on; the mass is a sum
/// of what is left, never a difference, so it is right even when almost nothing is.
class NameSupply {
  public:
    /// An index into the beginnings.
    using Index = NameTrie::Index;
    /// No beginning.
    static constexpr Index none = NameTrie::none;

    /// A beginning of a name: its node and length in the chain, and in the tree of the excluded
    /// names, or `none` once no excluded name starts like this.
    struct Place {
        ConditionedChain::Node node = ConditionedChain::start;  ///< its place in the chain
        std::size_t length = 0;                                 ///< in tokens
        Index index = 0;                                        ///< in the tree of excluded names
    };

    /// Nothing excluded but these names; may be none.
    NameSupply(const ConditionedChain& chain, const NameTrie* excluded);

    /// How many names are left; `uncountable` if too many to count or endless.
    [[nodiscard]] std::uint64_t names() const noexcept { return beginnings_.front().names; }

    /// The mass that is left of each token's names, given that it is drawn: what the token's
    /// probability is to be multiplied by. The boundary's is 1 or 0. Shape: one a column.
    void masses(const ConditionedChain& chain, Place place, std::span<Mass> out) const;
    /// The place after a letter. Precondition: mass is left there.
    [[nodiscard]] Place after(const ConditionedChain& chain, Place place, Token letter) const;

    /// Excludes one more name. Precondition: the chain can draw it.
    void exclude(const ConditionedChain& chain, std::span<const Token> name);

  private:
    struct Beginning {
        Mass mass;
        std::uint64_t names = 0;
        ConditionedChain::Node node = ConditionedChain::start;
        std::uint32_t length = 0;
        Token letter = boundary;
        Index first_child = none;
        Index next_sibling = none;
        bool is_excluded = false;
    };

    Index add_child(Index parent, Token letter, ConditionedChain::Node node);
    [[nodiscard]] Index child(Index parent, Token letter) const noexcept;
    void update(const ConditionedChain& chain, Index index);

    std::vector<Beginning> beginnings_;   // the root first, every one before its children
    std::vector<Index> child_of_letter_;  // all `none` between updates
};

}  // namespace makemore
