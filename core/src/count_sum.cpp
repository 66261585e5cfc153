#include "makemore/count_sum.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "makemore/corpus_reader.hpp"

namespace makemore {

namespace {

Vocabulary united(const Vocabulary& one, const Vocabulary& other) {
    std::u32string characters;
    std::ranges::set_union(one.characters(), other.characters(), std::back_inserter(characters));
    return Vocabulary(std::move(characters));
}

/// Adds a table to a larger one, each token where its character stands there.
void add_cells(std::vector<std::uint64_t>& cells, const Vocabulary& vocabulary,
               const Vocabulary& part, std::span<const std::uint64_t> part_cells,
               std::uint64_t times) {
    std::vector<Token> tokens(part.size(), boundary);
    for (Token token = 1; token < tokens.size(); ++token) {
        tokens[token] = *vocabulary.token(part.character(token));
    }
    auto count = part_cells.begin();
    for (const Token from : tokens) {
        for (const Token to : tokens) {
            cells[from * vocabulary.size() + to] += times * *count++;
        }
    }
}

}  // namespace

Result<void> CountSum::add(const Vocabulary& vocabulary, const BigramCounts& counts,
                           std::uint64_t times) {
    const std::uint64_t room = std::numeric_limits<std::uint64_t>::max() - total_;
    if (counts.total() != 0 && times > room / counts.total()) {
        return std::unexpected(Error{.message = "more bigrams together than can be counted, " +
                                                std::to_string(total_ + room)});
    }
    Vocabulary all = united(vocabulary_, vocabulary);
    if (all.size() > most_characters + 1) {
        return std::unexpected(Error{.message = std::to_string(all.size() - 1) +
                                                " different characters together; at most " +
                                                std::to_string(most_characters) + " are counted"});
    }
    if (all.size() > vocabulary_.size()) {
        std::vector<std::uint64_t> cells(all.size() * all.size());
        add_cells(cells, all, vocabulary_, cells_, 1);
        cells_ = std::move(cells);
        vocabulary_ = std::move(all);
    }
    add_cells(cells_, vocabulary_, vocabulary, counts.cells(), times);
    total_ += times * counts.total();
    return {};
}

}  // namespace makemore
