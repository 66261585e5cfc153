#include "transform_stage.hpp"

#include <algorithm>
#include <utility>

#include "makemore/utf8.hpp"

namespace makemore {

namespace {

// Few calls, and little memory for what comes back.
constexpr std::size_t block_bytes = std::size_t{1} << 15U;
constexpr std::size_t most_line_bytes = 1'000'000;

std::span<const std::uint8_t> bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Bytes up to the end of the last line that ends here. A CR at the very end may be half of a CR LF,
// which is one line end all the same. npos + 1 is 0.
std::size_t whole_lines(std::span<const std::uint8_t> text) {
    return as_text(text).find_last_of("\r\n") + 1;
}

std::size_t first_line(std::span<const std::uint8_t> text) {
    return as_text(text).find_first_of("\r\n") + 1;
}

}  // namespace

Result<void> TransformStage::feed(std::span<const std::uint8_t> text, std::uint64_t offset,
                                  const Next& next) {
    if (passing_ || !line_.empty()) {
        const std::size_t length = first_line(text);
        const auto rest = text.first(length == 0 ? text.size() : length);
        if (passing_) {
            passing_ = length == 0;
            if (auto passed = next(rest, offset); !passed) {
                return passed;
            }
        } else {
            line_.append(as_text(rest));
            if (length == 0 && line_.size() <= most_line_bytes) {
                return {};
            }
            passing_ = length == 0;
            const std::string line = std::exchange(line_, {});
            const auto bytes = bytes_of(line);
            auto passed =
                passing_ ? next(bytes, line_offset_) : pass_lines(bytes, line_offset_, next);
            if (!passed) {
                return passed;
            }
        }
        text = text.subspan(rest.size());
        offset += rest.size();
    }
    const std::size_t lines = whole_lines(text);
    if (auto passed = pass_lines(text.first(lines), offset, next); !passed) {
        return passed;
    }
    const auto unfinished = text.subspan(lines);
    line_.assign(as_text(unfinished));
    line_offset_ = offset + lines;
    return {};
}

Result<void> TransformStage::finish(const Next& next) {
    return pass_lines(bytes_of(line_), line_offset_, next);
}

bool TransformStage::may_change(std::span<const std::uint8_t> block) const {
    // A sum of ors, without a way out in the middle, is what compilers make wide.
    bool found = false;
    if (transform_.changes_case) {
        for (const std::uint8_t byte : block) {
            found |= byte >= 0x80 || (byte >= 'A' && byte <= 'Z');
        }
    } else {
        for (const std::uint8_t byte : block) {
            found |= byte >= 0xCC;
        }
    }
    return found;
}

Result<void> TransformStage::pass_lines(std::span<const std::uint8_t> lines, std::uint64_t offset,
                                        const Next& next) const {
    while (!lines.empty()) {
        std::size_t length = whole_lines(lines.first(std::min(lines.size(), block_bytes)));
        if (length == 0) {
            length = lines.size() > block_bytes ? first_line(lines) : lines.size();
        }
        const auto block = lines.first(length == 0 ? lines.size() : length);
        Result<void> passed;
        if (may_change(block) && is_utf8(block)) {
            const std::string changed = transform_.apply(as_text(block));
            passed = next(bytes_of(changed), offset);
        } else {
            passed = next(block, offset);
        }
        if (!passed) {
            return passed;
        }
        lines = lines.subspan(block.size());
        offset += block.size();
    }
    return {};
}

}  // namespace makemore
