// Cuts text into blocks of whole lines and has those transformed that may need it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

#include "makemore/corpus_reader.hpp"

namespace makemore {

/// Between the bytes and the reader of the text, where a door asks for it (see TextTransform).
class TransformStage {
  public:
    using Next = std::function<Result<void>(std::span<const std::uint8_t>, std::uint64_t offset)>;

    explicit TransformStage(TextTransform transform) : transform_(std::move(transform)) {}

    /// Hands the text on to `next`, transformed, except for an unfinished last line.
    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> text, std::uint64_t offset,
                                    const Next& next);
    [[nodiscard]] Result<void> finish(const Next& next);

  private:
    [[nodiscard]] bool may_change(std::span<const std::uint8_t> block) const;
    [[nodiscard]] Result<void> pass_lines(std::span<const std::uint8_t> lines, std::uint64_t offset,
                                          const Next& next) const;

    TextTransform transform_;
    std::string line_;  // the beginning of a line that is not finished
    std::uint64_t line_offset_ = 0;
    bool passing_ = false;  // the rest of a line that is too long to be kept passes as it is
};

}  // namespace makemore
