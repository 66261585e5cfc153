#include "plain_lines.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include <xsimd/xsimd.hpp>

#include "makemore/corpus_reader.hpp"
#include "name_hash.hpp"

namespace makemore {

namespace {

constexpr std::size_t block_size = 64;

// A bit for each byte of a block.
struct Block {
    std::uint64_t ends;   // LF and CR
    std::uint64_t wrong;  // what else is not 0x20 to 0x7E
};

// Signed, bytes from 0x80 on lie below the space like the controls.
using Bytes = xsimd::batch<std::int8_t>;

Bytes load(const std::uint8_t* bytes) {
    return Bytes::load_unaligned(reinterpret_cast<const std::int8_t*>(bytes));
}

Block look_at(const std::uint8_t* bytes) {
    Block block{};
    for (std::size_t i = 0; i < block_size; i += Bytes::size) {
        const Bytes some = load(bytes + i);
        const auto ends = some == Bytes('\n') || some == Bytes('\r');
        const auto wrong = some < Bytes(' ') || some == Bytes(0x7F);
        block.ends |= ends.mask() << i;
        block.wrong |= wrong.mask() << i;
    }
    block.wrong &= ~block.ends;
    return block;
}

Block look_at(std::span<const std::uint8_t> text) {
    if (text.size() >= block_size) {
        return look_at(text.data());
    }
    // NUL is no plain text.
    std::array<std::uint8_t, block_size> padded{};
    std::ranges::copy(text, padded.begin());
    return look_at(padded.data());
}

// Most blocks hold nothing but characters from 0x21 to 0x7E and LF: the line ends of such a one.
struct SimpleBlock {
    bool is_one;
    std::uint64_t ends;
};

SimpleBlock look_at_simple(const std::uint8_t* bytes) {
    std::uint64_t ends = 0;
    xsimd::batch_bool<std::int8_t> simple(true);
    for (std::size_t i = 0; i < block_size; i += Bytes::size) {
        const Bytes some = load(bytes + i);
        const auto lines = some == Bytes('\n');
        // 0x7F and 1 are less than nothing.
        simple = simple && (lines || some + Bytes(1) > Bytes(' ' + 1));
        ends |= lines.mask() << i;
    }
    return {xsimd::all(simple), ends};
}

}  // namespace

PlainLines find_plain_lines(std::span<const std::uint8_t> text, std::span<NameSet::Hashed> names) {
    const std::uint8_t* const bytes = text.data();
    std::size_t lines = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); at += block_size) {
        if (text.size() - at >= block_size + NameSet::slack && lines + block_size <= names.size()) {
            const auto [simple, ends] = look_at_simple(bytes + at);
            if (simple) {
                // Of a line that began in an earlier block more is to be seen.
                if (start < at && ends != 0 &&
                    (bytes[start] == ' ' ||
                     bytes[at + static_cast<std::size_t>(std::countr_zero(ends)) - 1] == ' ')) {
                    return {lines, start};
                }
                for (std::uint64_t rest = ends; rest != 0; rest &= rest - 1) {
                    const std::size_t end = at + static_cast<std::size_t>(std::countr_zero(rest));
                    const std::size_t length = end - start;
                    // Blank, too long, or the LF of a CR LF.
                    if (length - 1 >= longest_name) {
                        return {lines, start};
                    }
                    names[lines++] = {bytes + start, length, hash_name(bytes + start, length)};
                    start = end + 1;
                }
                continue;
            }
        }
        const auto [ends, wrong] = look_at(text.subspan(at));
        // Of the line ends, those before the first byte that is wrong.
        for (std::uint64_t rest = ends & (wrong ^ (wrong - 1)); rest != 0; rest &= rest - 1) {
            const std::size_t end = at + static_cast<std::size_t>(std::countr_zero(rest));
            if (end < start) {
                continue;  // the LF of a CR LF
            }
            const std::size_t length = end - start;
            if (lines == names.size() || length == 0 || length > longest_name ||
                start + length + NameSet::slack > text.size() || bytes[start] == ' ' ||
                bytes[end - 1] == ' ') {
                return {lines, start};
            }
            names[lines++] = {bytes + start, length, hash_name(bytes + start, length)};
            start = end + 1;
            if (bytes[end] == '\r' && bytes[start] == '\n') {
                ++start;
            }
        }
        if (wrong != 0) {
            break;
        }
    }
    return {lines, start};
}

}  // namespace makemore
