// Why no name keeps some rules: the fewest of them that exclude each other, in a sentence.
#pragma once

#include "makemore/error.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/rules.hpp"
#include "makemore/vocabulary.hpp"

namespace makemore {

/// The reason. Precondition: no name of the table keeps the rules.
[[nodiscard]] Error impossible_request(const ProbabilityTable& table, const Rules& rules,
                                       const Vocabulary& vocabulary);

}  // namespace makemore
