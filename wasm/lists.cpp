// How lists are read and what they are found to hold, as JavaScript sees them: translation only.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "conversions.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/utf8.hpp"

namespace makemore::bridge {

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(Bytes)
EMSCRIPTEN_DECLARE_VAL_TYPE(CorpusOrError)
EMSCRIPTEN_DECLARE_VAL_TYPE(CountOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(FigureOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(FullReport)
EMSCRIPTEN_DECLARE_VAL_TYPE(ReaderOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(Report)
EMSCRIPTEN_DECLARE_VAL_TYPE(Transform)

// What JavaScript is given is a view: it must copy what it keeps. Null: nothing changes.
TextTransform transform_of(const val& transform, bool changes_case) {
    return {[transform](std::string_view text) {
                const val changed = transform(emscripten::typed_memory_view(
                    text.size(), reinterpret_cast<const std::uint8_t*>(text.data())));
                if (changed.isNull()) {
                    return std::string(text);
                }
                std::string result(changed["length"].as<std::size_t>(), '\0');
                val(emscripten::typed_memory_view(result.size(),
                                                  reinterpret_cast<std::uint8_t*>(result.data())))
                    .call<void>("set", changed);
                return result;
            },
            changes_case};
}

// Few lists are records: not to be inlined into what reads every list.
[[gnu::noinline]] RecordOptions records_of(const val& records) {
    const val weight = records["weight"];
    return {.separator = records["separator"].as<std::string>()[0],
            .has_header = records["header"].as<bool>(),
            .name_column = records["names"].as<std::size_t>(),
            .weight_column =
                weight.isNull() ? std::nullopt : std::optional<Column>(weight.as<std::size_t>())};
}

/// A reader with room for the bytes that it is handed, which is kept: to make it anew for each
/// piece would take longer than to fill it.
struct ListReader {
    explicit ListReader(ReadingOptions options = {}) : reader(std::move(options)) {}

    CorpusReader reader;
    std::vector<std::uint8_t> bytes;
};

ListReader* make_reader(const ReaderOptions& value) {
    const val records = value["records"];
    ReadingOptions options{.transform =
                               transform_of(value["transform"], value["foldsCase"].as<bool>())};
    if (value["windows1252"].as<bool>()) {
        options.encoding = Encoding::windows_1252;
    }
    if (!records.isNull()) {
        options.records = records_of(records);
    }
    return new ListReader(std::move(options));
}

Nothing feed(ListReader& list, const Bytes& bytes) {
    const auto length = bytes["length"].as<std::size_t>();
    if (list.bytes.size() < length) {
        list.bytes.resize(length);
    }
    val(emscripten::typed_memory_view(length, list.bytes.data())).call<void>("set", bytes);
    return value_or_error<Nothing>(list.reader.feed(std::span(list.bytes).first(length)));
}

// Embind copies what is handed over by value, and a corpus may hold megabytes of names.
CorpusOrError finish(ListReader& list) {
    return value_or_error<CorpusOrError>(list.reader.finish().transform(
        [](Corpus&& corpus) { return std::make_shared<Corpus>(std::move(corpus)); }));
}

// From here on every name counts once, and the report stays.
Nothing remove_duplicates(Corpus& corpus) {
    auto counts = distinct_counts(corpus);
    if (counts) {
        corpus.counts = *std::move(counts);
        return Nothing(val::undefined());
    }
    return Nothing(error_value(counts.error()));
}

CountOrNull distinct_after(const Corpus& corpus, const Transform& transform) {
    const auto count = distinct_transformed(corpus.names, transform_of(transform, true));
    return CountOrNull(count ? val(static_cast<double>(*count)) : val::null());
}

// A list that is known by its counts only. Row-major counts; the alphabet without the boundary,
// sorted.
CorpusOrError corpus_of_counts(const std::string& characters, const Doubles& row_major,
                               const FigureOptions& figures) {
    const auto decoded = decode_utf8(characters);
    const auto numbers = elements<double>(row_major);
    if (!decoded || numbers.size() != (decoded->size() + 1) * (decoded->size() + 1) ||
        !std::ranges::all_of(numbers, [](double number) { return whole(number).has_value(); }) ||
        std::ranges::adjacent_find(*decoded, std::greater_equal<>()) != decoded->end()) {
        return CorpusOrError(error_value(
            {.message = "a table of whole counts, one row and column for the boundary and for each "
                        "character of a sorted alphabet, was expected"}));
    }
    const auto figure = [&figures](const char* name) {
        return whole(figures[name].as<double>()).value_or(0);
    };
    return CorpusOrError(
        val(Corpus{.vocabulary = Vocabulary(*decoded),
                   .counts = BigramCounts(decoded->size() + 1, {numbers.begin(), numbers.end()}),
                   .report = {.names = figure("names"),
                              .distinct_names = figure("distinctNames"),
                              .shortest = figure("shortest"),
                              .longest = figure("longest")}}));
}

Strings alphabet(const Corpus& corpus) {
    val labels = val::array();
    for (Token token = 0; token < corpus.vocabulary.size(); ++token) {
        labels.call<void>("push", corpus.vocabulary.label(token));
    }
    return Strings(labels);
}

Doubles counts(const Corpus& corpus) { return doubles(corpus.counts.cells()); }

double bigrams(const Corpus& corpus) { return static_cast<double>(corpus.counts.total()); }

val skipped(const SkippedLines& lines) {
    val value = val::object();
    value.set("count", static_cast<double>(lines.count));
    value.set("first", doubles(lines.first));
    return value;
}

val preview_value(const RecordPreview& preview) {
    val rows = val::array();
    for (const auto& row : preview.rows) {
        rows.call<void>("push", val::array(row));
    }
    val value = val::object();
    value.set("separator", std::string(1, preview.separator));
    value.set("columns", preview.columns);
    value.set("header", preview.has_header);
    value.set("names", preview.name_column);
    value.set("weight", preview.weight_column ? val(*preview.weight_column) : val::null());
    value.set("rows", rows);
    return value;
}

Report report(const Corpus& corpus) {
    const CorpusReport& figures = corpus.report;
    val object = val::object();
    object.set("names", static_cast<double>(figures.names));
    const auto set_known = [&object](const char* name, bool known, std::uint64_t figure) {
        object.set(name, known ? val(static_cast<double>(figure)) : val::null());
    };
    set_known("distinctNames", figures.distinct_exact, figures.distinct_names);
    set_known("shortest", figures.shortest > 0, figures.shortest);
    set_known("longest", figures.longest > 0, figures.longest);
    object.set("skipped",
               static_cast<double>(figures.control_lines.count + figures.zero_weights.count));
    object.set("bytes", static_cast<double>(figures.bytes));
    return Report(object);
}

FullReport full_report(const Corpus& corpus) {
    const CorpusReport& figures = corpus.report;
    std::u32string lone;
    std::vector<double> lines;
    for (const LoneCharacter& each : figures.lone_characters) {
        lone.push_back(each.character);
        lines.push_back(static_cast<double>(each.line));
    }
    val value = val::object();
    value.set("names", static_cast<double>(figures.names));
    value.set("distinctNames", static_cast<double>(figures.distinct_names));
    value.set("distinctExact", figures.distinct_exact);
    value.set("shortest", static_cast<double>(figures.shortest));
    value.set("longest", static_cast<double>(figures.longest));
    value.set("shortestName", figures.shortest_name);
    value.set("longestName", figures.longest_name);
    value.set("lengths", doubles(figures.lengths));
    value.set("loneCharacters", encode_utf8(lone));
    value.set("loneLines", doubles(lines));
    value.set("blank", skipped(figures.blank_lines));
    value.set("control", skipped(figures.control_lines));
    value.set("zeroWeight", skipped(figures.zero_weights));
    value.set("lines", static_cast<double>(figures.lines));
    value.set("bytes", static_cast<double>(figures.bytes));
    value.set("encoding", std::string(encoding_name(figures.encoding)));
    value.set("records", figures.records ? preview_value(*figures.records) : val::null());
    return FullReport(value);
}

}  // namespace

EMSCRIPTEN_BINDINGS(makemore_lists) {
    using namespace emscripten;
    using bridge::register_type;

    register_type<Bytes, "Uint8Array">();
    register_type<CorpusOrError, "Corpus">();
    register_type<FigureOptions,
                  "{names: number, distinctNames: number, shortest: number, longest: number}">();
    register_type<Strings, "string[]">();
    register_type<CountOrNull, "number | null">();
    // Gets UTF-8 that it must copy to keep; gives back its own, or null where nothing changes.
    register_type<Transform, "(text: Uint8Array) => Uint8Array | null">();
    register_type<
        ReaderOptions,
        "{windows1252: boolean, records: {separator: string, header: boolean, names: number, "
        "weight: number | null} | null, foldsCase: boolean, transform: (text: Uint8Array) => "
        "Uint8Array | null}">();
    register_type<Report,
                  "{names: number, distinctNames: number | null, shortest: number | "
                  "null, longest: number | null, skipped: number, bytes: number}">();
    register_type<
        FullReport,
        "{names: number, distinctNames: number, distinctExact: boolean, shortest: number, longest: "
        "number, shortestName: string, longestName: string, lengths: Float64Array, "
        "loneCharacters: string, loneLines: Float64Array, blank: {count: number, first: "
        "Float64Array}, control: {count: number, first: Float64Array}, zeroWeight: {count: number, "
        "first: Float64Array}, lines: number, bytes: number, encoding: string, records: "
        "{separator: string, columns: number, header: boolean, names: number, weight: number | "
        "null, rows: string[][]} | null}">();

    class_<ListReader>("CorpusReader")
        .constructor<>()
        .constructor(&make_reader, allow_raw_pointers())
        .function("feed", &feed)
        .function("finish", &finish);

    class_<Corpus>("Corpus")
        .smart_ptr<std::shared_ptr<Corpus>>("SharedCorpus")
        .function("report", &report)
        .function("fullReport", &full_report)
        .function("alphabet", &alphabet)
        .function("counts", &counts)
        .function("bigrams", &bigrams)
        .function("removeDuplicates", &remove_duplicates)
        .function("distinctAfter", &distinct_after);

    function("corpusOfCounts", &corpus_of_counts);
}

}  // namespace makemore::bridge
