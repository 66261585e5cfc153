// Canonical composition and folding to lower case, by ICU.
#include "unicode.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <limits>
#include <span>

#include "makemore/utf8.hpp"

namespace makemore::cli {
namespace {

UChar32 as_icu(char32_t character) { return static_cast<UChar32>(character); }

bool is_greek(char16_t unit) {
    return (unit >= 0x370 && unit < 0x400) || (unit >= 0x1F00 && unit < 0x2000);
}

bool is_mark(char16_t unit) { return unit >= 0x300 && unit < 0x370; }

bool is_final(const icu::UnicodeString& text, std::int32_t sigma) {
    std::int32_t before = sigma - 1;
    while (before >= 0 && is_mark(text[before])) {
        --before;
    }
    std::int32_t after = sigma + 1;
    while (after < text.length() && is_mark(text[after])) {
        ++after;
    }
    return before >= 0 && is_greek(text[before]) &&
           (after == text.length() || !is_greek(text[after]));
}

// A capital sigma ends a word or it does not. Libraries decide that by properties that change from
// one version of Unicode to the next; blocks do not change.
void lower_sigmas(icu::UnicodeString& text) {
    constexpr char16_t capital = 0x3A3;
    const icu::UnicodeString before(text);
    for (std::int32_t i = before.indexOf(capital); i >= 0; i = before.indexOf(capital, i + 1)) {
        text.setCharAt(i, is_final(before, i) ? 0x3C2 : 0x3C3);
    }
}

}  // namespace

std::string transformed(std::string_view text, bool fold_case) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
    constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
    if (U_FAILURE(status) != 0 || text.size() > most || !is_utf8(std::span(bytes, text.size()))) {
        return std::string(text);
    }
    const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
    icu::UnicodeString result = nfc->normalize(icu::UnicodeString::fromUTF8(piece), status);
    if (fold_case) {
        lower_sigmas(result);
        result = nfc->normalize(result.toLower(icu::Locale::getRoot()), status);
    }
    std::string utf8;
    return U_FAILURE(status) != 0 ? std::string(text) : result.toUTF8String(utf8);
}

bool is_capital(char32_t character) { return u_tolower(as_icu(character)) != as_icu(character); }

bool is_small_letter(char32_t character) {
    const icu::UnicodeString text(as_icu(character));
    return !is_capital(character) &&
           icu::UnicodeString(text).toUpper(icu::Locale::getRoot()) != text;
}

}  // namespace makemore::cli
