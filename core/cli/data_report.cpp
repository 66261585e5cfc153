// What a list was found to hold, for people and as JSON.
#include "data_report.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

#include "makemore/utf8.hpp"
#include "text.hpp"
#include "unicode.hpp"

namespace makemore::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_characters_shown = 60;
constexpr std::size_t longest_bar = 40;
constexpr std::size_t longest_example = 40;

std::string percent(std::uint64_t part, std::uint64_t whole) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   100.0 * static_cast<double>(part) / static_cast<double>(whole),
                                   std::chars_format::fixed, 2);
    return std::string(digits.data(), end.ptr) + " %";
}

// A name may be as long as a page.
std::string example(const std::string& name) {
    const auto characters = decode_utf8(name);
    if (!characters || characters->size() <= longest_example) {
        return harmless(name);
    }
    return harmless(encode_utf8(std::u32string_view(*characters).substr(0, longest_example))) + "…";
}

std::string skipped_text(const SkippedLines& lines, std::string_view what) {
    if (lines.count == 0) {
        return "";
    }
    std::string text =
        "\nskipped         " + counted(lines.count, "line") + " " + std::string(what) + ": ";
    for (std::size_t i = 0; i < lines.first.size(); ++i) {
        text += (i == 0 ? "" : ", ") + grouped(lines.first[i]);
    }
    return lines.count > lines.first.size() ? text + ", …" : text;
}

std::string case_text(const Corpus& corpus) {
    const CaseFigures figures = case_figures(corpus);
    if (!figures.mixed()) {
        return "";
    }
    std::string text = "\nmixed case      " + grouped(figures.capital) + " begin with a capital, " +
                       grouped(figures.small) + " with a small letter";
    if (figures.only_case && *figures.only_case > 0) {
        text += "; " + counted(*figures.only_case, "name") + " differ only in case";
    }
    return text + " (--fold-case)";
}

std::string lone_text(const Corpus& corpus) {
    const auto& lone = corpus.report.lone_characters;
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(lone.size(), 20); ++i) {
        text += (i == 0 ? "\noccur once      " : ", ") +
                visible(corpus.vocabulary, *corpus.vocabulary.token(lone[i].character)) +
                " (line " + grouped(lone[i].line) + ")";
    }
    return lone.size() > 20 ? text + ", …" : text;
}

Json skipped_json(const SkippedLines& lines) {
    return {{"count", lines.count}, {"first_lines", lines.first}};
}

}  // namespace

CaseFigures case_figures(const Corpus& corpus) {
    const TextTransform folding{[](std::string_view text) { return transformed(text, true); },
                                true};
    CaseFigures figures;
    bool any_capital = false;
    for (Token token = 1; token < corpus.vocabulary.size(); ++token) {
        const char32_t character = corpus.vocabulary.character(token);
        any_capital = any_capital || is_capital(character);
        const std::uint64_t begin = corpus.counts.at(boundary, token);
        figures.capital += is_capital(character) ? begin : 0;
        figures.small += is_small_letter(character) ? begin : 0;
    }
    if (!any_capital) {
        figures.only_case = 0;
    } else if (const auto folded = distinct_transformed(corpus.names, folding)) {
        figures.only_case = corpus.names.size() - *folded;
    }
    return figures;
}

std::string report_text(const Corpus& corpus, bool duplicates_removed) {
    const CorpusReport& report = corpus.report;
    const bool exact = report.distinct_exact;
    std::string text = "names           " + grouped(report.names) +  //
                       "\ndistinct names  " + (exact ? "" : "at least ") +
                       grouped(report.distinct_names);
    if (!exact) {
        text += " (the first of them fill the memory set aside; duplicates are not known)";
    } else if (report.duplicates() > 0) {
        text += "\nduplicates      " + grouped(report.duplicates()) +
                (duplicates_removed ? " (removed)" : " (counted; --remove-duplicates)");
    }
    text += "\nshortest        " + counted(report.shortest, "character") + ": " +
            example(report.shortest_name) +  //
            "\nlongest         " + counted(report.longest, "character") + ": " +
            example(report.longest_name);
    text += skipped_text(report.blank_lines, "without a name");
    text += skipped_text(report.control_lines, "with control characters");
    text += skipped_text(report.zero_weights, "with weight 0");
    if (report.encoding != Encoding::utf8) {
        text += "\nencoding        " + std::string(encoding_name(report.encoding)) +
                ", converted to UTF-8";
    }
    return text + case_text(corpus) + lone_text(corpus) + "\n";
}

std::string distributions_text(const Corpus& corpus) {
    const auto& lengths = corpus.report.lengths;
    const std::uint64_t most = *std::ranges::max_element(lengths);
    std::string text = "\nLengths\n  characters         names\n";
    for (std::size_t length = corpus.report.shortest; length < lengths.size(); ++length) {
        if (lengths[length] > 0) {
            const auto bar = static_cast<std::size_t>(static_cast<double>(lengths[length]) /
                                                      static_cast<double>(most) * longest_bar);
            text += "  " + pad_left(grouped(length), 10) + pad_left(grouped(lengths[length]), 14) +
                    (bar > 0 ? "  " + std::string(bar, '#') : "") + "\n";
        }
    }
    std::vector<Token> order(corpus.vocabulary.size() - 1);
    std::ranges::generate(order, [next = Token{1}]() mutable { return next++; });
    std::ranges::sort(order, [&](Token left, Token right) {
        const auto [more, less] =
            std::pair(corpus.counts.row_total(left), corpus.counts.row_total(right));
        return more != less ? more > less : left < right;
    });
    std::uint64_t characters = 0;
    for (const Token token : order) {
        characters += corpus.counts.row_total(token);
    }
    text += "\nCharacters\n";
    for (std::size_t i = 0; i < std::min(order.size(), most_characters_shown); ++i) {
        const std::uint64_t count = corpus.counts.row_total(order[i]);
        text += "  " + pad_right(visible(corpus.vocabulary, order[i]), 10) +
                pad_left(grouped(count), 14) + pad_left(percent(count, characters), 11) + "\n";
    }
    return order.size() > most_characters_shown
               ? text + "  and " + counted(order.size() - most_characters_shown, "other") + "\n"
               : text;
}

Json report_json(const Corpus& corpus, bool duplicates_removed) {
    const CorpusReport& report = corpus.report;
    const CaseFigures cases = case_figures(corpus);
    Json json;
    json["names"] = report.names;
    json["distinct_names"] = report.distinct_names;
    json["distinct_exact"] = report.distinct_exact;
    json["duplicates"] = report.distinct_exact ? Json(report.duplicates()) : Json(nullptr);
    json["duplicates_removed"] = duplicates_removed;
    json["shortest"] = report.shortest;
    json["shortest_name"] = report.shortest_name;
    json["longest"] = report.longest;
    json["longest_name"] = report.longest_name;
    json["lengths"] = report.lengths;
    json["lines"] = report.lines;
    json["bytes"] = report.bytes;
    json["encoding"] = encoding_name(report.encoding);
    json["skipped"] = {{"blank", skipped_json(report.blank_lines)},
                       {"control", skipped_json(report.control_lines)},
                       {"zero_weight", skipped_json(report.zero_weights)}};
    json["case"] = {{"capital", cases.capital},
                    {"small", cases.small},
                    {"only_case", cases.only_case ? Json(*cases.only_case) : Json(nullptr)}};
    auto& lone = json["lone_characters"] = Json::array();
    for (const LoneCharacter& character : report.lone_characters) {
        lone.push_back(
            {{"character", encode_utf8({&character.character, 1})}, {"line", character.line}});
    }
    if (report.records) {
        const RecordPreview& preview = *report.records;
        json["records"] = {
            {"separator", std::string(1, preview.separator)},
            {"columns", preview.columns},
            {"has_header", preview.has_header},
            {"name_column", preview.name_column + 1},
            {"weight_column",
             preview.weight_column ? Json(*preview.weight_column + 1) : Json(nullptr)},
            {"rows", preview.rows}};
    }
    return json;
}

}  // namespace makemore::cli
