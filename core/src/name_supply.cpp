#include "makemore/name_supply.hpp"

#include <cassert>

namespace makemore {

NameSupply::NameSupply(const ConditionedChain& chain, const NameTrie* excluded)
    : beginnings_(1), child_of_letter_(chain.table().columns(), none) {
    if (excluded != nullptr) {
        // The part of the tree that the chain can draw, breadth first.
        const auto nodes = excluded->nodes();
        beginnings_.reserve(nodes.size());
        std::vector<NameTrie::Index> origin{0};
        for (Index index = 0; index < beginnings_.size(); ++index) {
            const auto& node = nodes[origin[index]];
            beginnings_[index].is_excluded = node.is_name;
            const auto at = beginnings_[index].node;
            const auto targets = chain.targets(at);
            const auto row = chain.row(at);
            const std::size_t length = beginnings_[index].length + std::size_t{1};
            for (auto next = node.first_child; next != none; next = nodes[next].next_sibling) {
                const Token letter = nodes[next].token;
                if (row[letter] > 0.0 && chain.names(targets[letter], length) > 0) {
                    add_child(index, letter, targets[letter]);
                    origin.push_back(next);
                }
            }
        }
    }
    for (std::size_t index = beginnings_.size(); index-- > 0;) {
        update(chain, static_cast<Index>(index));
    }
}

NameSupply::Index NameSupply::add_child(Index parent, Token letter, ConditionedChain::Node node) {
    assert(beginnings_.size() < none);
    const auto index = static_cast<Index>(beginnings_.size());
    Beginning added;
    added.node = node;
    added.length = beginnings_[parent].length + 1;
    added.letter = letter;
    added.next_sibling = beginnings_[parent].first_child;
    beginnings_[parent].first_child = index;
    beginnings_.push_back(added);
    return index;
}

NameSupply::Index NameSupply::child(Index parent, Token letter) const noexcept {
    Index found = beginnings_[parent].first_child;
    while (found != none && beginnings_[found].letter != letter) {
        found = beginnings_[found].next_sibling;
    }
    return found;
}

// From the children and, for all other letters, the chain.
void NameSupply::update(const ConditionedChain& chain, Index index) {
    Beginning& here = beginnings_[index];
    const auto row = chain.row(here.node);
    const bool ends =
        !here.is_excluded && row[boundary] > 0.0 && chain.may_end(here.node, here.length);
    if (here.first_child == none) {
        here.mass = here.is_excluded ? chain.onward(here.node, here.length)
                                     : chain.message(here.node, here.length);
        here.names = chain.names(here.node, here.length);
        const bool ended = row[boundary] > 0.0 && chain.may_end(here.node, here.length);
        if (here.is_excluded && ended && here.names != uncountable) {
            --here.names;
        }
        return;
    }
    for (Index i = here.first_child; i != none; i = beginnings_[i].next_sibling) {
        child_of_letter_[beginnings_[i].letter] = i;
    }
    const auto targets = chain.targets(here.node);
    const std::size_t length = here.length + std::size_t{1};
    here.mass = ends ? row[boundary] : 0.0;
    here.names = ends ? 1 : 0;
    for (Token letter = 1; letter < row.size(); ++letter) {
        if (row[letter] == 0.0 || targets[letter] == none) {
            continue;
        }
        const Index known = child_of_letter_[letter];
        here.mass += Mass(row[letter]) * (known == none ? chain.message(targets[letter], length)
                                                        : beginnings_[known].mass);
        here.names = saturating_sum(here.names, known == none ? chain.names(targets[letter], length)
                                                              : beginnings_[known].names);
    }
    for (Index i = here.first_child; i != none; i = beginnings_[i].next_sibling) {
        child_of_letter_[beginnings_[i].letter] = none;
    }
}

void NameSupply::masses(const ConditionedChain& chain, Place place, std::span<Mass> out) const {
    const auto targets = chain.targets(place.node);
    out[boundary] = chain.may_end(place.node, place.length) &&
                            (place.index == none || !beginnings_[place.index].is_excluded)
                        ? 1.0
                        : 0.0;
    for (Token letter = 1; letter < targets.size(); ++letter) {
        out[letter] = chain.message(targets[letter], place.length + 1);
    }
    if (place.index != none) {
        for (Index i = beginnings_[place.index].first_child; i != none;
             i = beginnings_[i].next_sibling) {
            out[beginnings_[i].letter] = beginnings_[i].mass;
        }
    }
}

NameSupply::Place NameSupply::after(const ConditionedChain& chain, Place place,
                                    Token letter) const {
    return {.node = chain.targets(place.node)[letter],
            .length = place.length + 1,
            .index = place.index == none ? none : child(place.index, letter)};
}

void NameSupply::exclude(const ConditionedChain& chain, std::span<const Token> name) {
    std::vector<Index> path{0};
    for (const Token letter : name) {
        const Index here = path.back();
        Index next = child(here, letter);
        if (next == none) {
            next = add_child(here, letter, chain.targets(beginnings_[here].node)[letter]);
        }
        path.push_back(next);
    }
    beginnings_[path.back()].is_excluded = true;
    while (!path.empty()) {
        update(chain, path.back());
        path.pop_back();
    }
}

}  // namespace makemore
