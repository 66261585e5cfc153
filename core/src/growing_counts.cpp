#include "growing_counts.hpp"

#include <algorithm>

namespace makemore {

namespace {

constexpr std::size_t first_capacity = 64;

}  // namespace

GrowingCounts::GrowingCounts()
    : capacity_(first_capacity), cells_(first_capacity * first_capacity) {}

std::optional<Token> GrowingCounts::find(char32_t character) const {
    if (character < ascii_.size()) {
        return ascii_[character] != boundary ? std::optional(ascii_[character]) : std::nullopt;
    }
    const auto found = others_.find(character);
    return found != others_.end() ? std::optional(found->second) : std::nullopt;
}

Token GrowingCounts::add(char32_t character) {
    characters_.push_back(character);
    const auto token = static_cast<Token>(characters_.size());
    if (character < ascii_.size()) {
        ascii_[character] = token;
    } else {
        others_.emplace(character, token);
    }
    if (token == capacity_) {
        const std::size_t doubled = 2 * capacity_;
        std::vector<std::uint64_t> cells(doubled * doubled);
        for (std::size_t row = 0; row < capacity_; ++row) {
            std::ranges::copy_n(cells_.begin() + static_cast<std::ptrdiff_t>(row * capacity_),
                                static_cast<std::ptrdiff_t>(capacity_),
                                cells.begin() + static_cast<std::ptrdiff_t>(row * doubled));
        }
        cells_ = std::move(cells);
        capacity_ = doubled;
    }
    return token;
}

std::pair<Vocabulary, BigramCounts> GrowingCounts::sorted() const {
    std::vector<Token> provisional(characters_.size() + 1);
    for (Token token = 0; token < provisional.size(); ++token) {
        provisional[token] = token;
    }
    std::ranges::sort(provisional.begin() + 1, provisional.end(), {},
                      [this](Token token) { return characters_[token - 1]; });

    std::u32string characters;
    for (auto token = provisional.begin() + 1; token != provisional.end(); ++token) {
        characters.push_back(characters_[*token - 1]);
    }
    std::vector<std::uint64_t> cells;
    cells.reserve(provisional.size() * provisional.size());
    for (const Token previous : provisional) {
        for (const Token next : provisional) {
            cells.push_back(cells_[previous * capacity_ + next]);
        }
    }
    return {Vocabulary(std::move(characters)), BigramCounts(provisional.size(), std::move(cells))};
}

}  // namespace makemore
