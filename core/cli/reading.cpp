// How a list is read.
#include "reading.hpp"

#include "unicode.hpp"

namespace makemore::cli {

ReadingOptions ReadingChoices::options() const {
    ReadingOptions options{.encoding = encoding};
    if (as_records) {
        options.records = records;
    }
    if (normalise) {
        options.transform = {
            [fold = fold_case](std::string_view text) { return transformed(text, fold); },
            fold_case};
    }
    return options;
}

std::string ReadingChoices::word(const std::string& typed) const {
    return normalise ? transformed(typed, fold_case) : typed;
}

std::string record_flags(const RecordPreview& preview) {
    std::string flags = "--column " + std::to_string(preview.name_column + 1);
    if (preview.weight_column) {
        flags += " --weight " + std::to_string(*preview.weight_column + 1);
    }
    return flags;
}

}  // namespace makemore::cli
