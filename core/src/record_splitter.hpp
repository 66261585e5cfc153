// Characters to the fields of records: CSV as RFC 4180 has it, with any separator.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace makemore {

/// Takes the characters of a text one by one, line ends as LF. A field is quoted if it begins with
/// a double quote; two of them inside stand for one. What follows a closing quote belongs to the
/// field.
class RecordSplitter {
  public:
    enum class Event : std::uint8_t { inside, field_end, record_end };

    explicit RecordSplitter(char32_t separator) : separator_(separator) {}

    [[nodiscard]] Event feed(char32_t character);
    /// Whether the last character belongs to the text of the field.
    [[nodiscard]] bool has_character() const noexcept { return has_character_; }
    [[nodiscard]] bool inside_quotes() const noexcept { return state_ == State::quoted; }
    /// The place from 0 of the field that the last character belongs to or ended.
    [[nodiscard]] std::size_t column() const noexcept { return column_; }
    /// Whether the record that `record_end` ended was an empty line.
    [[nodiscard]] bool was_blank() const noexcept { return was_blank_; }

  private:
    enum class State : std::uint8_t { field_start, plain, quoted, after_quote };

    char32_t separator_;
    State state_ = State::field_start;
    bool has_character_ = false;
    bool was_blank_ = false;
    Event ended_ = Event::inside;
    std::size_t column_ = 0;
};

}  // namespace makemore
