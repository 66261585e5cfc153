#include "makemore/bigram_counts.hpp"

#include <cassert>
#include <numeric>
#include <utility>

namespace makemore {

BigramCounts::BigramCounts(std::size_t vocabulary_size)
    : size_(vocabulary_size), cells_(vocabulary_size * vocabulary_size) {}

BigramCounts::BigramCounts(std::size_t vocabulary_size, std::vector<std::uint64_t> row_major)
    : size_(vocabulary_size), cells_(std::move(row_major)) {
    assert(cells_.size() == size_ * size_);
}

std::uint64_t BigramCounts::row_total(Token previous) const noexcept {
    const auto counts = row(previous);
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

std::uint64_t BigramCounts::total() const noexcept {
    return std::accumulate(cells_.begin(), cells_.end(), std::uint64_t{0});
}

void BigramCounts::add_name(std::span<const Token> name, std::uint64_t times) {
    Token previous = boundary;
    for (const Token token : name) {
        assert(token < size_);
        cells_[previous * size_ + token] += times;
        previous = token;
    }
    cells_[previous * size_ + boundary] += times;
}

}  // namespace makemore
