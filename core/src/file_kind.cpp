#include "file_kind.hpp"

#include <algorithm>
#include <array>

namespace makemore {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::size_t place;
    std::string_view bytes;
    std::string_view kind;
};

// The first bytes as the formats' specifications have them.
constexpr std::array magics{
    Magic{0, "\x89PNG\r\n\x1A\n"sv, "a PNG image"},
    Magic{0, "\xFF\xD8\xFF"sv, "a JPEG image"},
    Magic{0, "GIF87a"sv, "a GIF image"},
    Magic{0, "GIF89a"sv, "a GIF image"},
    Magic{8, "WEBP"sv, "a WebP image"},
    Magic{4, "ftypavif"sv, "an AVIF image"},
    Magic{4, "ftyphei"sv, "a HEIC image"},
    Magic{4, "ftyp"sv, "a video"},
    Magic{0, "\x1A\x45\xDF\xA3"sv, "a video"},
    Magic{0, "II*\0"sv, "a TIFF image"},
    Magic{0, "MM\0*"sv, "a TIFF image"},
    Magic{0, "\0\0\1\0"sv, "an icon"},
    Magic{0, "%PDF-"sv, "a PDF document"},
    Magic{0, "%!PS"sv, "a PostScript document"},
    Magic{0, "{\\rtf"sv, "an RTF document"},
    Magic{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "an old Office document"},
    Magic{0, "\x1F\x8B"sv, "a gzip archive"},
    Magic{0, "BZh"sv, "a bzip2 archive"},
    Magic{0,
          "\xFD"
          "7zXZ\0"sv,
          "an xz archive"},
    Magic{0, "\x28\xB5\x2F\xFD"sv, "a Zstandard archive"},
    Magic{0, "7z\xBC\xAF\x27\x1C"sv, "a 7z archive"},
    Magic{0, "Rar!\x1A\7"sv, "a RAR archive"},
    Magic{257, "ustar"sv, "a tar archive"},
    Magic{0, "SQLite format 3\0"sv, "an SQLite database"},
    Magic{0,
          "\x7F"
          "ELF"sv,
          "a program"},
    Magic{0, "MZ\x90\0"sv, "a program"},
    Magic{0, "\0asm"sv, "a WebAssembly module"},
    Magic{0, "\xCA\xFE\xBA\xBE"sv, "a program"},
    Magic{0, "ID3"sv, "a sound file"},
    Magic{0, "OggS"sv, "a sound file"},
    Magic{0, "fLaC"sv, "a sound file"},
    Magic{8, "WAVE"sv, "a sound file"},
    Magic{0, "wOF2"sv, "a font"},
    Magic{0, "PAR1"sv, "a Parquet table"},
};

// Printable bytes that a list of names might begin with: what follows must not be text.
constexpr std::array needs_binary{"BZh"sv, "ID3"sv, "OggS"sv, "fLaC"sv, "wOF2"sv, "PAR1"sv};

std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

bool has_control_bytes(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x09 || (byte > 0x0D && byte < 0x20);
    });
}

std::string_view zip_kind(std::string_view text) {
    const auto has = [text](std::string_view part) {
        return text.find(part) != std::string_view::npos;
    };
    if (has("application/vnd.oasis.opendocument") || has("[Content_Types].xml") || has("xl/") ||
        has("word/")) {
        return "an Office document (export it as text or CSV)";
    }
    return has("application/epub") ? "an e-book" : "a ZIP archive";
}

bool begins_without_case(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::ranges::equal(text.substr(0, lower.size()), lower, {}, [](char c) {
               return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
           });
}

// Text in UTF-16 without a mark: letters of most scripts share one byte of two.
bool seems_utf16(std::string_view text) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < text.size(); ++i) {
        zeros[i % 2] += text[i] == '\0' ? 1U : 0U;
    }
    const std::size_t most = text.size() / 2;
    return text.size() >= 4 && ((zeros[0] == 0 && zeros[1] * 4 >= most * 3) ||
                                (zeros[1] == 0 && zeros[0] * 4 >= most * 3));
}

}  // namespace

std::optional<std::string_view> file_kind(std::span<const std::uint8_t> start, bool as_utf16) {
    const std::string_view text = as_text(start.first(std::min(start.size(), file_kind_bytes)));
    if (text.starts_with("PK\3\4") || text.starts_with("PK\5\6")) {
        return zip_kind(text);
    }
    for (const auto& [place, bytes, kind] : magics) {
        if (text.size() >= place + bytes.size() && text.substr(place, bytes.size()) == bytes &&
            (std::ranges::find(needs_binary, bytes) == needs_binary.end() ||
             has_control_bytes(text))) {
            return kind;
        }
    }
    if (text.starts_with("\x00\x00\xFE\xFF"sv) || text.starts_with("\xFF\xFE\x00\x00"sv)) {
        return "text in UTF-32 (save it as UTF-8)";
    }
    if (begins_without_case(text, "<!doctype html") || begins_without_case(text, "<html")) {
        return "a web page";
    }
    if (begins_without_case(text, "<?xml ")) {
        return "an XML document";
    }
    if (!as_utf16 && seems_utf16(text)) {
        return "text in UTF-16 without a byte order mark (save it as UTF-8)";
    }
    return std::nullopt;
}

}  // namespace makemore
