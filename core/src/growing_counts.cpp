#include "growing_counts.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace makemore {

namespace {

constexpr std::size_t first_capacity = 64;
constexpr std::size_t code_points = 0x110000;

}  // namespace

GrowingCounts::GrowingCounts()
    : pages_(code_points >> page_bits),
      capacity_(first_capacity),
      cells_(first_capacity * first_capacity) {}

Token GrowingCounts::add(char32_t character, std::uint64_t line) {
    characters_.push_back(character);
    first_lines_.push_back(line);
    const auto token = static_cast<Token>(characters_.size());
    auto& page = pages_[character >> page_bits];
    if (!page) {
        page = std::make_unique<Page>();
    }
    (*page)[character & (page_size - 1)] = static_cast<std::uint16_t>(token);
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

// The provisional tokens, the boundary first, then by character.
std::vector<Token> GrowingCounts::in_order() const {
    std::vector<Token> provisional{boundary};
    provisional.reserve(characters_.size() + 1);
    for (const auto& page : pages_) {
        if (page) {
            std::ranges::copy_if(*page, std::back_inserter(provisional),
                                 [](Token token) { return token != boundary; });
        }
    }
    return provisional;
}

std::pair<Vocabulary, BigramCounts> GrowingCounts::sorted() const {
    const std::vector<Token> provisional = in_order();
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

std::vector<LoneCharacter> GrowingCounts::lone_characters() const {
    std::vector<LoneCharacter> lone;
    for (const Token token : in_order()) {
        const auto row = std::span(cells_).subspan(token * capacity_, capacity_);
        std::uint64_t total = 0;
        for (const std::uint64_t count : row) {
            total += count;
        }
        if (token != boundary && total == 1) {
            lone.push_back({characters_[token - 1], first_lines_[token - 1]});
        }
    }
    return lone;
}

}  // namespace makemore
