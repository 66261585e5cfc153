// A set of names as a tree of their beginnings: which are listed, and which is one letter away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "makemore/vocabulary.hpp"

namespace makemore {

/// A set of names (tokens without boundaries; the empty name is one too), to be built once a list
/// and used by many requests. Names may be added in any order; sorted ones are fastest.
class NameTrie {
  public:
    /// An index into the nodes.
    using Index = std::uint32_t;
    /// No node.
    static constexpr Index none = std::numeric_limits<Index>::max();

    /// A beginning of names. Children and siblings are indices into `nodes()`, or `none`.
    struct Node {
        Index first_child = none;   ///< the smallest token that goes on from here
        Index next_sibling = none;  ///< the next token that goes on from the parent
        Token token = boundary;     ///< its last letter; the boundary at the root
        bool is_name = false;       ///< whether a name ends here
    };

    /// Only the root: no name.
    NameTrie() : nodes_(1) {}

    /// Adds a name; false if it was there. Precondition: no boundary among the tokens.
    bool add(std::span<const Token> name);
    /// Whether it is one of the names.
    [[nodiscard]] bool contains(std::span<const Token> name) const;
    /// The number of names.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    /// The listed name that one inserted, deleted or substituted letter makes of this one (which
    /// may be listed itself); of several, the first in code point order.
    [[nodiscard]] std::optional<std::vector<Token>> nearest(std::span<const Token> name) const;

    /// The root first; every node before its children.
    [[nodiscard]] std::span<const Node> nodes() const noexcept { return nodes_; }
    /// The child with that letter, or `none`.
    [[nodiscard]] Index child(Index parent, Token token) const noexcept;

  private:
    std::vector<Node> nodes_;
    std::size_t size_ = 0;
    std::vector<Token> last_name_;  // the name added last, and the nodes on its path
    std::vector<Index> last_path_;
};

}  // namespace makemore
