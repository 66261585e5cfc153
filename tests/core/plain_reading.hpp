// A list read the slow way, by the definition, to hold the reader to.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "makemore/corpus_reader.hpp"
#include "makemore/utf8.hpp"
#include "makemore/white_space.hpp"

namespace makemore::test {

/// What a list holds by the definition.
struct Plain {
    std::map<std::pair<char32_t, char32_t>, std::uint64_t> pairs;  ///< 0 stands for the boundary
    std::set<std::u32string> names;
    std::map<std::size_t, std::uint64_t> lengths;
    std::uint64_t blank = 0;
    std::uint64_t control = 0;
};

/// A control character (Cc) that is no white space.
inline bool control(char32_t c) { return (c < 32 || (c >= 127 && c < 160)) && !is_white_space(c); }

/// Finds it the slow way. Precondition: valid UTF-8.
inline Plain plain_reading(const std::string& text) {
    Plain plain;
    std::u32string all = *decode_utf8(text);
    if (all.starts_with(U'\uFEFF')) {
        all.erase(0, 1);
    }
    std::vector<std::u32string> lines(1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == U'\n' || all[i] == U'\r') {
            i += all[i] == U'\r' && i + 1 < all.size() && all[i + 1] == U'\n' ? 1U : 0U;
            lines.emplace_back();
        } else {
            lines.back().push_back(all[i]);
        }
    }
    if (lines.back().empty()) {
        lines.pop_back();
    }
    for (auto line : lines) {
        while (!line.empty() && is_white_space(line.back())) {
            line.pop_back();
        }
        while (!line.empty() && is_white_space(line.front())) {
            line.erase(0, 1);
        }
        if (std::ranges::any_of(line, control)) {
            ++plain.control;
        } else if (line.empty()) {
            ++plain.blank;
        } else {
            char32_t previous = 0;
            for (const char32_t c : line) {
                ++plain.pairs[{previous, c}];
                previous = c;
            }
            ++plain.pairs[{previous, U'\0'}];
            ++plain.lengths[line.size()];
            plain.names.insert(line);
        }
    }
    return plain;
}

inline std::map<std::pair<char32_t, char32_t>, std::uint64_t> pairs_of(const Corpus& corpus) {
    const auto character = [&](Token token) {
        return token == boundary ? U'\0' : corpus.vocabulary.character(token);
    };
    std::map<std::pair<char32_t, char32_t>, std::uint64_t> pairs;
    for (Token from = 0; from < corpus.vocabulary.size(); ++from) {
        for (Token to = 0; to < corpus.vocabulary.size(); ++to) {
            if (const std::uint64_t count = corpus.counts.at(from, to); count != 0) {
                pairs[{character(from), character(to)}] = count;
            }
        }
    }
    return pairs;
}

/// The first thing in which a list that was read differs from its plain reading; nothing if none
/// does. Precondition: the plain reading found a name.
inline std::optional<std::string> difference(const Corpus& corpus, const Plain& plain) {
    const CorpusReport& report = corpus.report;
    std::map<std::size_t, std::uint64_t> lengths;
    for (std::size_t length = 0; length < report.lengths.size(); ++length) {
        if (report.lengths[length] != 0) {
            lengths[length] = report.lengths[length];
        }
    }
    std::set<std::u32string> names;
    for (const std::string_view name : corpus.names) {
        names.insert(*decode_utf8(name));
    }
    const std::vector<std::pair<const char*, bool>> parts{
        {"pairs", pairs_of(corpus) == plain.pairs},
        {"lengths", lengths == plain.lengths},
        {"names", names == plain.names},
        {"distinct names", report.distinct_names == plain.names.size()},
        {"blank lines", report.blank_lines.count == plain.blank},
        {"control lines", report.control_lines.count == plain.control},
        {"shortest", report.shortest == plain.lengths.begin()->first},
        {"longest", report.longest == plain.lengths.rbegin()->first}};
    const auto wrong = std::ranges::find(parts, false, &std::pair<const char*, bool>::second);
    return wrong == parts.end() ? std::nullopt : std::optional<std::string>(wrong->first);
}

}  // namespace makemore::test
