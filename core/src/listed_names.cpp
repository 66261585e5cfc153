#include "makemore/listed_names.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace makemore {

std::optional<NameTrie> listed_names(const Vocabulary& vocabulary, const NameSet& names) {
    if (!names.complete()) {
        return std::nullopt;
    }
    // UTF-8 sorts as code points do, and a tree grows fastest in order.
    std::vector<std::string_view> sorted(names.begin(), names.end());
    std::ranges::sort(sorted);
    NameTrie trie;
    for (const std::string_view name : sorted) {
        const auto tokens = vocabulary.encode(name);
        assert(tokens);
        trie.add(*tokens);
    }
    return trie;
}

std::vector<std::vector<Token>> sampled_names(const Vocabulary& vocabulary,
                                              const NameSample& sample) {
    std::vector<std::vector<Token>> names;
    names.reserve(sample.names().size());
    for (const std::string& name : sample.names()) {
        auto tokens = vocabulary.encode(name);
        assert(tokens);
        names.push_back(*std::move(tokens));
    }
    return names;
}

}  // namespace makemore
