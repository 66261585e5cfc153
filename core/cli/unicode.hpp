// Canonical composition and folding to lower case, by ICU.
//
// The rule, the same in the page, where String.normalize and String.toLowerCase do it: text becomes
// NFC; where case is folded, NFC of the lower case of that, without regard to a language. A capital
// sigma becomes a final one after a Greek character and before none, both by block (U+0370 to
// U+03FF, U+1F00 to U+1FFF), marks from U+0300 to U+036F passed over. The core (TextTransform) says
// which blocks of lines are asked about; the others would not change. Words
// that the user types go the same way.
#pragma once

#include <string>
#include <string_view>

namespace makemore::cli {

/// Text that is not UTF-8 comes back as it is.
[[nodiscard]] std::string transformed(std::string_view text, bool fold_case);

/// Whether the character has a lower case that is another one.
[[nodiscard]] bool is_capital(char32_t character);
/// Whether it has an upper case that is another one, and is none itself.
[[nodiscard]] bool is_small_letter(char32_t character);

}  // namespace makemore::cli
