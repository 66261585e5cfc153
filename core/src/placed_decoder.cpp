#include "placed_decoder.hpp"

#include <utility>

namespace makemore {

namespace {

std::string hexadecimal(std::uint8_t byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

PlacedDecoder::Event PlacedDecoder::feed(std::uint8_t byte, std::uint64_t offset) {
    if (!decoder_.inside_sequence()) {
        sequence_length_ = 0;
        sequence_offset_ = offset;
    }
    sequence_[sequence_length_++] = byte;
    switch (decoder_.feed(byte)) {
        case Utf8Decoder::Status::incomplete:
            return Event::nothing;
        case Utf8Decoder::Status::invalid:
            return Event::invalid;
        case Utf8Decoder::Status::complete:
            break;
    }
    const bool after_cr = std::exchange(after_cr_, byte == '\r');
    if (byte == '\n') {
        return after_cr ? Event::nothing : Event::line_end;
    }
    if (byte == '\r') {
        return Event::line_end;
    }
    ++column_;
    return Event::character;
}

Error PlacedDecoder::invalid_error() const {
    std::string bytes;
    for (std::size_t i = 0; i < sequence_length_; ++i) {
        bytes += (i == 0 ? "" : " ") + hexadecimal(sequence_[i]);
    }
    return {.message = bytes + " (byte " + std::to_string(sequence_offset_ + 1) +
                       ") is not valid UTF-8; save the list as UTF-8, or, if an older Windows "
                       "program wrote it, read it as Windows-1252",
            .line = line_,
            .column = column_ + 1,
            .byte = sequence_offset_ + 1,
            .kind = ErrorKind::not_utf8};
}

Error PlacedDecoder::cut_error() const {
    return {
        .message =
            "the list ends in the middle of a UTF-8 character; it may have been cut off, or, if an "
            "older Windows program wrote it, read it as Windows-1252",
        .line = line_,
        .column = column_ + 1,
        .byte = sequence_offset_ + 1,
        .kind = ErrorKind::not_utf8};
}

}  // namespace makemore
