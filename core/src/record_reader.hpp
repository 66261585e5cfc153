// One name in a column of each record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "name_counter.hpp"
#include "placed_decoder.hpp"
#include "record_splitter.hpp"
#include "text_reader.hpp"

namespace makemore {

/// Keeps the beginning of the text until it is enough to guess what the options leave open.
class RecordReader final : public TextReader {
  public:
    RecordReader(NameCounter& names, RecordOptions options)
        : names_(names), options_(std::move(options)) {}

    [[nodiscard]] Result<void> feed(std::span<const std::uint8_t> text,
                                    std::uint64_t offset) override;
    [[nodiscard]] Result<void> finish() override;
    [[nodiscard]] Error error_here(std::string message) const override;
    [[nodiscard]] std::uint64_t lines() const override;
    [[nodiscard]] const Skipped& skipped() const override { return skipped_; }

  private:
    /// Settles separator, header and columns; columns that have a name wait for the header.
    [[nodiscard]] Result<void> settle(bool whole);
    [[nodiscard]] Result<std::size_t> place_of(const Column& column, const char* what) const;
    [[nodiscard]] Result<void> split(std::span<const std::uint8_t> text, std::uint64_t offset);
    [[nodiscard]] Result<void> take(char32_t character);
    [[nodiscard]] Result<void> keep(char32_t character);
    [[nodiscard]] Result<void> end_record();
    [[nodiscard]] Result<void> take_header();
    [[nodiscard]] Result<std::uint64_t> weight() const;
    [[nodiscard]] Error record_error(std::string message) const;

    NameCounter& names_;
    RecordOptions options_;
    Skipped skipped_;
    PlacedDecoder decoder_;
    std::string head_;  // the text so far, until it is settled what it means
    std::optional<std::uint64_t> head_offset_;
    std::optional<RecordSplitter> splitter_;
    std::optional<std::size_t> name_column_;
    std::optional<std::size_t> weight_column_;
    bool header_to_come_ = false;
    std::uint64_t record_line_ = 1;  // where this record began
    std::vector<std::u32string> header_;
    std::u32string name_;
    std::string weight_;
    bool control_ = false;
};

}  // namespace makemore
