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
        result = nfc->normalize(result.toLower(icu::Locale::getRoot()), status);
    }
    std::string utf8;
    return U_FAILURE(status) != 0 ? std::string(text) : result.toUTF8String(utf8);
}

bool is_capital(char32_t character) { return u_tolower(as_icu(character)) != as_icu(character); }

bool is_small_letter(char32_t character) {
    return !is_capital(character) && u_toupper(as_icu(character)) != as_icu(character);
}

}  // namespace makemore::cli
