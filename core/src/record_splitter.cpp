#include "record_splitter.hpp"

namespace makemore {

// The column is still that of the field that ends when `field_end` or `record_end` is given; it
// moves on with the next character.
RecordSplitter::Event RecordSplitter::feed(char32_t character) {
    has_character_ = false;
    if (ended_ != Event::inside) {
        column_ = ended_ == Event::record_end ? 0 : column_ + 1;
        ended_ = Event::inside;
    }
    if (state_ == State::quoted) {
        if (character == U'"') {
            state_ = State::after_quote;
        } else {
            has_character_ = true;
        }
        return Event::inside;
    }
    if (character == separator_ || character == U'\n') {
        ended_ = character == separator_ ? Event::field_end : Event::record_end;
        was_blank_ = column_ == 0 && state_ == State::field_start && character == U'\n';
        state_ = State::field_start;
        return ended_;
    }
    if (character == U'"' && state_ == State::field_start) {
        state_ = State::quoted;
        return Event::inside;
    }
    has_character_ = true;
    state_ = state_ == State::after_quote && character == U'"' ? State::quoted : State::plain;
    return Event::inside;
}

}  // namespace makemore
