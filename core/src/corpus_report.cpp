#include "makemore/corpus_report.hpp"

namespace makemore {

const char* encoding_name(Encoding encoding) noexcept {
    switch (encoding) {
        case Encoding::utf16_le:
            return "UTF-16 (little-endian)";
        case Encoding::utf16_be:
            return "UTF-16 (big-endian)";
        case Encoding::windows_1252:
            return "Windows-1252";
        case Encoding::utf8:
            break;
    }
    return "UTF-8";
}

void SkippedLines::add(std::uint64_t line) {
    ++count;
    if (first.size() < most_numbers) {
        first.push_back(line);
    }
}

}  // namespace makemore
