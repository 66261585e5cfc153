// Several lists as one: their counts added, each as often as its weight says.
#pragma once

#include <cstdint>
#include <span>

#include "makemore/corpus_reader.hpp"
#include "makemore/error.hpp"

namespace makemore {

/// One list of a blend; every name of it counts `weight` times.
struct BlendPart {
    const Corpus* corpus;      ///< not owned
    std::uint64_t weight = 1;  ///< from 1
};

/// The list in which each part's names stand `weight` times: its vocabulary, its counts, and what
/// is known of its names (they are where those of every part are; the sample is drawn from those of
/// the parts, and empty where one has none). Fails on more than
/// `most_characters` characters or `most_names` names in all. Precondition: at least one part, and
/// no weight 0.
[[nodiscard]] Result<Corpus> blend(std::span<const BlendPart> parts);

}  // namespace makemore
