#include "line_reader.hpp"

#include <array>

#include "makemore/utf8.hpp"
#include "makemore/white_space.hpp"
#include "plain_lines.hpp"

namespace makemore {

namespace {

// In lines: enough that a run costs nothing to begin, few enough that it stays in the cache.
constexpr std::size_t longest_run = 256;

// Of ASCII.
bool is_printable(std::uint8_t byte) { return byte >= 0x20 && byte <= 0x7E; }

// Length of the line end at the start of the text, 0 where its rest may come later. Precondition:
// the text starts with one.
std::size_t line_end_length(std::span<const std::uint8_t> text) {
    if (text[0] == '\n') {
        return 1;
    }
    if (text.size() < 2) {
        return 0;
    }
    return text[1] == '\n' ? 2 : 1;
}

}  // namespace

Result<void> LineReader::feed(std::span<const std::uint8_t> text, std::uint64_t offset) {
    for (std::size_t done = 0; done < text.size();) {
        if (decoder_.at_line_start()) {
            const auto taken = take_lines(text.subspan(done));
            if (!taken) {
                return std::unexpected(taken.error());
            }
            done += *taken;
            if (*taken != 0) {
                continue;
            }
        }
        if (auto fed = take_byte(text[done], offset + done); !fed) {
            return fed;
        }
        ++done;
    }
    return {};
}

Result<std::size_t> LineReader::take_lines(std::span<const std::uint8_t> text) {
    std::array<NameSet::Hashed, longest_run> run;  // NOLINT(*-member-init): filled as it is read
    std::size_t run_lines = 0;
    std::size_t done = 0;
    while (names_.room() >= longest_run) {
        const auto names = std::span(run).subspan(run_lines);
        const auto [lines, bytes] = find_plain_lines(text.subspan(done), names);
        if (auto counted = names_.count_plain_lines(text.subspan(done, bytes), names.first(lines),
                                                    decoder_.line());
            !counted) {
            return std::unexpected(counted.error());
        }
        decoder_.skip_lines(lines);
        done += bytes;
        run_lines += lines;
        if (run.size() - run_lines < plain_lines_at_once) {
            names_.keep(std::span(run).first(run_lines));
            run_lines = 0;
            continue;
        }
        const auto taken = take_line(text.subspan(done), run[run_lines]);
        if (!taken) {
            return taken;
        }
        if (*taken == 0) {
            break;
        }
        done += *taken;
        ++run_lines;
    }
    names_.keep(std::span(run).first(run_lines));
    return done;
}

Result<std::size_t> LineReader::take_line(std::span<const std::uint8_t> text,
                                          NameSet::Hashed& name) {
    std::array<char32_t, longest_name> characters;  // NOLINT(*-member-init): filled as it is read
    std::size_t length = 0;
    std::size_t done = 0;
    while (true) {
        while (done < text.size() && length < characters.size() && is_printable(text[done])) {
            characters[length++] = text[done++];
        }
        const auto [character, bytes] = decode_one(text.subspan(done));
        if (character == U'\n' || character == U'\r') {
            break;
        }
        if (bytes == 0 || is_control(character) || length == characters.size()) {
            return 0;
        }
        characters[length++] = character;
        done += bytes;
    }
    const std::size_t end = line_end_length(text.subspan(done));
    if (end == 0 || length == 0 || is_white_space(characters[0]) ||
        is_white_space(characters[length - 1]) || done + NameSet::slack > text.size()) {
        return 0;
    }
    const std::string_view bytes(reinterpret_cast<const char*>(text.data()), done);
    if (const auto counted = names_.count({characters.data(), length}, bytes, decoder_.line());
        !counted) {
        return std::unexpected(counted.error());
    }
    name = NameSet::hashed(text.data(), done);
    decoder_.skip_lines(1);
    return done + end;
}

Result<void> LineReader::take_byte(std::uint8_t byte, std::uint64_t offset) {
    switch (decoder_.feed(byte, offset)) {
        case PlacedDecoder::Event::nothing:
            return {};
        case PlacedDecoder::Event::character:
            return take_character(decoder_.character());
        case PlacedDecoder::Event::line_end:
            return end_line();
        case PlacedDecoder::Event::invalid:
            break;
    }
    return std::unexpected(decoder_.invalid_error());
}

Result<void> LineReader::take_character(char32_t character) {
    if (character == U'\0') {
        return std::unexpected(
            error_here("a NUL byte; this is binary data, not a list of names in UTF-8 text"));
    }
    control_ = control_ || is_control(character);
    if (control_) {
        return {};
    }
    if (is_white_space(character)) {
        // White space past the limit need not be kept: it ends the name, or the name is too long.
        if (!name_.empty() && name_.size() < longest_name) {
            name_.push_back(character);
        }
        return {};
    }
    if (name_.size() == longest_name) {
        return std::unexpected(
            error_here("this line is longer than " + std::to_string(longest_name) +
                       " characters, the longest name that is read; put one name on each line"));
    }
    name_.push_back(character);
    return {};
}

Result<void> LineReader::end_line() {
    while (!name_.empty() && is_white_space(name_.back())) {
        name_.pop_back();
    }
    if (control_) {
        skipped_.control.add(decoder_.line());
    } else if (name_.empty()) {
        skipped_.blank.add(decoder_.line());
    } else if (names_.room() == 0) {
        return std::unexpected(
            Error{.message = "more names than can be counted exactly", .line = decoder_.line()});
    } else if (auto added = names_.add(name_, decoder_.line()); !added) {
        return added;
    }
    name_.clear();
    control_ = false;
    decoder_.next_line();
    return {};
}

Result<void> LineReader::finish() {
    if (decoder_.inside_character()) {
        return std::unexpected(decoder_.cut_error());
    }
    return decoder_.column() != 0 ? end_line() : Result<void>{};
}

Error LineReader::error_here(std::string message) const {
    return {.message = std::move(message), .line = decoder_.line(), .column = decoder_.column()};
}

std::uint64_t LineReader::lines() const {
    return decoder_.line() - (decoder_.column() == 0 ? 1 : 0);
}

}  // namespace makemore
