#include "makemore/name_trie.hpp"

#include <algorithm>
#include <cassert>

namespace makemore {

NameTrie::Index NameTrie::child(Index parent, Token token) const noexcept {
    Index found = nodes_[parent].first_child;
    while (found != none && nodes_[found].token != token) {
        found = nodes_[found].next_sibling;
    }
    return found;
}

bool NameTrie::add(std::span<const Token> name) {
    // A sorted list shares most of each name's path with the one before.
    std::size_t shared = 0;
    while (shared < name.size() && shared < last_name_.size() &&
           name[shared] == last_name_[shared]) {
        ++shared;
    }
    last_name_.assign(name.begin(), name.end());
    last_path_.resize(shared);
    Index node = shared == 0 ? 0 : last_path_.back();
    for (const Token token : name.subspan(shared)) {
        assert(token != boundary);
        Index next = child(node, token);
        if (next == none) {
            assert(nodes_.size() < none);
            next = static_cast<Index>(nodes_.size());
            nodes_.push_back({.next_sibling = nodes_[node].first_child, .token = token});
            nodes_[node].first_child = next;
        }
        last_path_.push_back(next);
        node = next;
    }
    if (nodes_[node].is_name) {
        return false;
    }
    nodes_[node].is_name = true;
    ++size_;
    return true;
}

bool NameTrie::contains(std::span<const Token> name) const {
    Index node = 0;
    for (const Token token : name) {
        node = child(node, token);
        if (node == none) {
            return false;
        }
    }
    return nodes_[node].is_name;
}

std::optional<std::vector<Token>> NameTrie::nearest(std::span<const Token> name) const {
    std::optional<std::vector<Token>> best;
    // Takes in `name[0, kept)`, the letter if any, and `name[from, end)`, if that is listed from
    // the node behind the first two on.
    const auto consider = [&](std::size_t kept, const Token* letter, Index node, std::size_t from) {
        for (const Token token : name.subspan(from)) {
            if (node = child(node, token); node == none) {
                return;
            }
        }
        if (!nodes_[node].is_name) {
            return;
        }
        std::vector<Token> found(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(kept));
        if (letter != nullptr) {
            found.push_back(*letter);
        }
        const auto rest = name.subspan(from);
        found.insert(found.end(), rest.begin(), rest.end());
        if (!best || found < *best) {
            best = std::move(found);
        }
    };
    Index node = 0;
    for (std::size_t i = 0; node != none; ++i) {
        for (Index next = nodes_[node].first_child; next != none;
             next = nodes_[next].next_sibling) {
            const Token& letter = nodes_[next].token;
            consider(i, &letter, next, i);
            if (i < name.size() && letter != name[i]) {
                consider(i, &letter, next, i + 1);
            }
        }
        if (i == name.size()) {
            break;
        }
        consider(i, nullptr, node, i + 1);
        node = child(node, name[i]);
    }
    return best;
}

}  // namespace makemore
