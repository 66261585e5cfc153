// One name on each line.
#pragma once

#include <string>

#include "name_counter.hpp"
#include "placed_decoder.hpp"
#include "text_reader.hpp"

namespace makemore {

/// Takes lines in three ways, the first that will do. Plain lines (printable ASCII, no space at
/// either end) go sixty-four bytes at a time. Other whole lines that are well-formed are decoded
/// where they lie. Everything else, lines that are cut and lines to be refused among them, goes
/// byte by byte, and only that way knows errors.
class LineReader final : public TextReader {
  public:
    explicit LineReader(NameCounter& names) : names_(names) {}

    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> text,
                                    std::uint64_t offset) override;
    [[nodiscard]] Result<void> finish() override;
    [[nodiscard]] Error error_here(std::string message) const override;
    [[nodiscard]] std::uint64_t lines() const override;
    [[nodiscard]] const Skipped& skipped() const override { return skipped_; }

  private:
    /// Takes lines of the first two ways; how many bytes.
    [[nodiscard]] Result<std::size_t> take_lines(std::span<const std::uint8_t> text);
    /// Takes one of the second way and leaves its name to be kept; its bytes, 0 where it is none.
    [[nodiscard]] Result<std::size_t> take_line(std::span<const std::uint8_t> text,
                                                NameSet::Hashed& name);
    /// For lines that neither of these takes.
    [[nodiscard, gnu::cold]] Result<void> take_byte(std::uint8_t byte, std::uint64_t offset);
    [[nodiscard, gnu::cold]] Result<void> take_character(char32_t character);
    [[nodiscard, gnu::cold]] Result<void> end_line();

    NameCounter& names_;
    PlacedDecoder decoder_;
    std::u32string name_;   // this line, without white space in front
    bool control_ = false;  // this line has a control character and will be passed over
    Skipped skipped_;
};

}  // namespace makemore
