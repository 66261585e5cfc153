#include "makemore/utf8.hpp"

namespace makemore {

Utf8Decoder::Status Utf8Decoder::feed(std::uint8_t byte) noexcept {
    if (remaining_ != 0) {
        if (byte < lowest_next_ || byte > highest_next_) {
            return Status::invalid;
        }
        value_ = (value_ << 6U) | (byte & 0x3FU);
        lowest_next_ = 0x80;
        highest_next_ = 0xBF;
        --remaining_;
        return remaining_ == 0 ? Status::complete : Status::incomplete;
    }
    if (byte < 0x80) {
        value_ = byte;
        return Status::complete;
    }
    // The second byte's range is what keeps out overlong forms (E0, F0), surrogates (ED) and
    // values above U+10FFFF (F4).
    if (byte >= 0xC2 && byte <= 0xDF) {
        value_ = byte & 0x1FU;
        remaining_ = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        value_ = byte & 0x0FU;
        remaining_ = 2;
        lowest_next_ = byte == 0xE0 ? 0xA0 : 0x80;
        highest_next_ = byte == 0xED ? 0x9F : 0xBF;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        value_ = byte & 0x07U;
        remaining_ = 3;
        lowest_next_ = byte == 0xF0 ? 0x90 : 0x80;
        highest_next_ = byte == 0xF4 ? 0x8F : 0xBF;
    } else {
        return Status::invalid;
    }
    return Status::incomplete;
}

DecodedCharacter decode_wide(std::span<const std::uint8_t> text) noexcept {
    const auto continues = [&text](std::size_t i) { return (text[i] & 0xC0U) == 0x80U; };
    const auto low = [&text](std::size_t i) { return text[i] & 0x3FU; };
    if (text.empty()) {
        return {};
    }
    const std::uint32_t lead = text[0];
    if (lead < 0xE0) {
        return lead >= 0xC2 && text.size() >= 2 && continues(1)
                   ? DecodedCharacter{(lead & 0x1FU) << 6U | low(1), 2}
                   : DecodedCharacter{};
    }
    if (lead < 0xF0) {
        if (text.size() < 3 || !continues(1) || !continues(2)) {
            return {};
        }
        const std::uint32_t value = (lead & 0x0FU) << 12U | low(1) << 6U | low(2);
        const bool surrogate = value >= 0xD800 && value < 0xE000;
        return value >= 0x800 && !surrogate ? DecodedCharacter{value, 3} : DecodedCharacter{};
    }
    if (lead > 0xF4 || text.size() < 4 || !continues(1) || !continues(2) || !continues(3)) {
        return {};
    }
    const std::uint32_t value = (lead & 0x07U) << 18U | low(1) << 12U | low(2) << 6U | low(3);
    return value >= 0x10000 && value <= 0x10FFFF ? DecodedCharacter{value, 4} : DecodedCharacter{};
}

bool is_utf8(std::span<const std::uint8_t> text) noexcept {
    for (std::size_t done = 0; done < text.size();) {
        const std::size_t bytes = decode_one(text.subspan(done)).bytes;
        if (bytes == 0) {
            return false;
        }
        done += bytes;
    }
    return true;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto value = static_cast<std::uint32_t>(code_point);
    const auto push = [&out](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        push(value);
    } else if (value < 0x800) {
        push(0xC0U | (value >> 6U));
        push(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        push(0xE0U | (value >> 12U));
        push(0x80U | ((value >> 6U) & 0x3FU));
        push(0x80U | (value & 0x3FU));
    } else {
        push(0xF0U | (value >> 18U));
        push(0x80U | ((value >> 12U) & 0x3FU));
        push(0x80U | ((value >> 6U) & 0x3FU));
        push(0x80U | (value & 0x3FU));
    }
}

Result<std::u32string> decode_utf8(std::string_view bytes) {
    std::u32string code_points;
    code_points.reserve(bytes.size());
    Utf8Decoder decoder;
    bool whole = true;
    for (const char byte : bytes) {
        const auto status = decoder.feed(static_cast<std::uint8_t>(byte));
        if (status == Utf8Decoder::Status::complete) {
            code_points.push_back(decoder.code_point());
        } else if (status == Utf8Decoder::Status::invalid) {
            whole = false;
            break;
        }
    }
    if (!whole || decoder.inside_sequence()) {
        return std::unexpected(Error{
            .message = "this is not valid UTF-8", .line = 1, .column = code_points.size() + 1});
    }
    return code_points;
}

std::string encode_utf8(std::u32string_view code_points) {
    std::string bytes;
    for (const char32_t code_point : code_points) {
        append_utf8(bytes, code_point);
    }
    return bytes;
}

}  // namespace makemore
