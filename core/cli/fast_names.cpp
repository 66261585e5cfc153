// Names by the million.
#include "fast_names.hpp"

#include <array>
#include <cstring>
#include <vector>

#include "makemore/alias_sampler.hpp"
#include "terminal.hpp"

namespace makemore::cli {
namespace {

/// A character in UTF-8, of a size that is copied in one move.
struct Letter {
    std::array<char, 4> bytes{};
    std::size_t length = 1;
};

std::vector<Letter> letters_of(const Vocabulary& vocabulary) {
    std::vector<Letter> letters(vocabulary.size());
    letters[boundary].bytes[0] = '\n';
    for (Token token = 1; token < letters.size(); ++token) {
        const std::string text = vocabulary.label(token);
        letters[token].length = text.size();
        std::memcpy(letters[token].bytes.data(), text.data(), text.size());
    }
    return letters;
}

}  // namespace

Outcome<std::uint64_t> print_fast(const Vocabulary& vocabulary, const ProbabilityTable& table,
                                  const SampleOptions& options) {
    AliasSampler sampler(table, options.model.training.seed);
    const std::vector<Letter> letters = letters_of(vocabulary);
    std::vector<Token> tokens(std::size_t{1} << 14U);
    std::vector<char> text(4 * tokens.size());
    std::uint64_t cut = 0;
    for (std::uint64_t left = options.count; left > 0;) {
        const auto filled = sampler.fill(tokens);
        char* end = text.data();
        std::size_t length = 0;
        for (std::size_t at = 0; at < filled.tokens && left > 0; ++at) {
            const Letter& letter = letters[tokens[at]];
            std::memcpy(end, letter.bytes.data(), letter.bytes.size());
            end += letter.length;
            ++length;
            if (tokens[at] == boundary) {
                cut += length > default_length_limit ? 1 : 0;
                length = 0;
                --left;
            }
        }
        const auto size = static_cast<std::size_t>(end - text.data());
        if (auto printed = print({text.data(), size}); !printed) {
            return std::unexpected(printed.error());
        }
    }
    return cut;
}

}  // namespace makemore::cli
