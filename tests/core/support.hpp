// What several test files need: the lecture's counts and lists read from text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fixtures/lecture_figures.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/sampler.hpp"

namespace makemore::test {

inline constexpr std::size_t lecture_size = 27;

inline BigramCounts lecture_counts() {
    return {lecture_size, {lecture::counts.begin(), lecture::counts.end()}};
}

/// The boundary and a to z.
inline Vocabulary lecture_vocabulary() { return Vocabulary(U"abcdefghijklmnopqrstuvwxyz"); }

inline std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Whole, or in pieces of so many bytes.
inline Result<Corpus> read(std::string_view text, ReadingOptions options = {},
                           std::size_t piece = std::string_view::npos) {
    CorpusReader reader(std::move(options));
    for (; text.size() > piece; text.remove_prefix(piece)) {
        if (const auto fed = reader.feed(bytes_of(text.substr(0, piece))); !fed) {
            return std::unexpected(fed.error());
        }
    }
    if (const auto fed = reader.feed(bytes_of(text)); !fed) {
        return std::unexpected(fed.error());
    }
    return reader.finish();
}

/// Names as torch's figures have them: letters, then a full stop for the boundary.
inline std::string drawn(Sampler& sampler) {
    return lecture_vocabulary().decode(sampler.next().tokens) + '.';
}

}  // namespace makemore::test
