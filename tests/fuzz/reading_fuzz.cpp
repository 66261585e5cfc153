// Any bytes as a list: in one piece and in pieces the reader says the same, and what it takes as
// lines of UTF-8 is what a plain reading finds.
#include <string>
#include <vector>

#include "core/plain_reading.hpp"
#include "core/support.hpp"
#include "fuzz.hpp"

namespace {

using namespace makemore;
using makemore::fuzz::Choices;
using makemore::fuzz::require;

// Two bytes of a letter become one, one becomes two, line for line.
std::string stand_in_transform(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\xC3\xA9") {
            result += 'e';
            ++i;
        } else if (text[i] == 'Z') {
            result += "\xC5\xBE";
        } else {
            result += text[i];
        }
    }
    return result;
}

ReadingOptions chosen_options(Choices& choices) {
    ReadingOptions options;
    switch (choices.below(4)) {
        case 1:
            options.encoding = Encoding::windows_1252;
            break;
        case 2:
            options.encoding = Encoding::utf16_le;
            break;
        default:
            break;
    }
    switch (choices.below(4)) {
        case 1:
            options.records = RecordOptions{.guess_weight = true};
            break;
        case 2:
            options.records = RecordOptions{.separator = ',',
                                            .has_header = false,
                                            .name_column = Column(std::size_t{0}),
                                            .weight_column = Column(std::size_t{1})};
            break;
        default:
            break;
    }
    if (choices.below(2) == 1) {
        options.transform = {.apply = stand_in_transform, .changes_case = true};
    }
    // Now and then too small for a long list.
    options.most_set_bytes = choices.below(2) == 1 ? 4'096 : NameSet::default_most_bytes;
    return options;
}

std::string numbers(const std::vector<std::uint64_t>& values) {
    std::string text;
    for (const std::uint64_t value : values) {
        text += std::to_string(value) + " ";
    }
    return text;
}

// Everything that a reading says.
std::string told(const Result<Corpus>& read) {
    if (!read) {
        return describe(read.error()) + " at byte " + std::to_string(read.error().byte);
    }
    const CorpusReport& report = read->report;
    std::string text =
        numbers(report.lengths) + numbers(report.blank_lines.first) +
        numbers(report.control_lines.first) + numbers(report.zero_weights.first) +
        numbers({report.names, report.distinct_names, report.lines, report.bytes,
                 report.blank_lines.count, report.control_lines.count, report.zero_weights.count}) +
        report.shortest_name + " " + report.longest_name + " " + encoding_name(report.encoding) +
        (report.records ? " records" : "") + (report.distinct_exact ? "" : " at least");
    for (const auto& [pair, count] : test::pairs_of(*read)) {
        text += " " + numbers({pair.first, pair.second, count});
    }
    for (const auto& [character, line] : report.lone_characters) {
        text += " " + numbers({character, line});
    }
    for (const std::string_view name : read->names) {
        text += " " + std::string(name);
    }
    for (const std::string& name : read->sample.names()) {
        text += " " + name;
    }
    return text;
}

Result<Corpus> read_in_pieces(const ReadingOptions& options, std::span<const std::uint8_t> bytes,
                              std::size_t longest) {
    CorpusReader reader(options);
    std::size_t length = longest;
    while (!bytes.empty()) {
        length = length % longest + 1;
        // A copy of its own, so that reading past its end is seen.
        const auto taken = bytes.first(std::min(length, bytes.size()));
        const std::vector<std::uint8_t> piece(taken.begin(), taken.end());
        if (const auto fed = reader.feed(piece); !fed) {
            return std::unexpected(fed.error());
        }
        bytes = bytes.subspan(piece.size());
    }
    return reader.finish();
}

// Where nothing is asked for, the reader takes a list of valid lines, and as they are.
void hold_to_plain_reading(const Result<Corpus>& read, std::string_view text) {
    const auto decoded = decode_utf8(text);
    if (!decoded || text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        return;
    }
    const test::Plain plain = test::plain_reading(std::string(text));
    if (read) {
        require(!plain.names.empty(), "a list that is read has a name");
        require(!test::difference(*read, plain),
                "a plain reading finds the same " + test::difference(*read, plain).value_or(""));
    } else if (plain.names.empty()) {
        require(!read, "a list without a name is refused");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Choices choices({data, size});
    const ReadingOptions options = chosen_options(choices);
    const std::size_t longest = choices.below(40) + 1;
    const auto bytes = choices.rest();
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());

    const auto whole = read_in_pieces(options, bytes, bytes.size() + 1);
    const auto pieces = read_in_pieces(options, bytes, longest);
    require(told(whole) == told(pieces),
            "pieces say what the whole says:\n" + told(whole) + "\n" + told(pieces));
    if (!options.encoding && !options.records && !options.transform.apply &&
        (!whole || whole->report.distinct_exact)) {
        hold_to_plain_reading(whole, text);
    }
    return 0;
}
