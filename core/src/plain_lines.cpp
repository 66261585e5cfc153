#include "plain_lines.hpp"

#include <bit>

#include <xsimd/xsimd.hpp>

#include "makemore/corpus_reader.hpp"
#include "name_hash.hpp"

namespace makemore {

namespace {

constexpr std::size_t block_size = plain_lines_at_once;

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

// Most blocks hold nothing but simple bytes: characters from 0x21 to 0x7E, and LF.
struct SimpleBlock {
    std::uint64_t ends;  // LF
    std::uint64_t odd;   // what is not simple
};

SimpleBlock look_at_simple(const std::uint8_t* bytes) {
    SimpleBlock block{};
    for (std::size_t i = 0; i < block_size; i += Bytes::size) {
        const Bytes some = load(bytes + i);
        const auto ends = some == Bytes('\n');
        // 0x7F and 1 are less than nothing.
        const auto simple = ends || some + Bytes(1) > Bytes(' ' + 1);
        block.ends |= ends.mask() << i;
        block.odd |= simple.mask() << i;
    }
    block.odd = ~block.odd;
    return block;
}

// Those before the first of the others.
std::uint64_t before(std::uint64_t bits, std::uint64_t others) {
    return bits & (others ^ (others - 1));
}

std::size_t first_of(std::uint64_t bits) {
    return static_cast<std::size_t>(std::countr_zero(bits));
}

}  // namespace

PlainLines find_plain_lines(std::span<const std::uint8_t> text, std::span<NameSet::Hashed> names) {
    const std::uint8_t* const bytes = text.data();
    std::size_t lines = 0;
    std::size_t start = 0;
    for (std::size_t at = 0;
         at + block_size + NameSet::slack <= text.size() && lines + block_size <= names.size();
         at += block_size) {
        const auto [all_ends, odd] = look_at_simple(bytes + at);
        const std::uint64_t simple_ends = before(all_ends, odd);
        // Of a line that began in an earlier block more is to be seen.
        if (start < at && simple_ends != 0 &&
            (bytes[start] == ' ' || bytes[at + first_of(simple_ends) - 1] == ' ')) {
            return {lines, start};
        }
        for (std::uint64_t rest = simple_ends; rest != 0; rest &= rest - 1) {
            const std::size_t end = at + first_of(rest);
            const std::size_t length = end - start;
            // Blank, too long, or the LF of a CR LF.
            if (length - 1 >= longest_name) {
                return {lines, start};
            }
            names[lines++] = {bytes + start, length, hash_name(bytes + start, length)};
            start = end + 1;
        }
        if (odd == 0) {
            continue;
        }
        const std::uint8_t first_odd = bytes[at + first_of(odd)];
        if (first_odd != ' ' && first_odd != '\r') {
            break;
        }
        const auto [ends, wrong] = look_at(bytes + at);
        for (std::uint64_t rest = before(ends, wrong); rest != 0; rest &= rest - 1) {
            const std::size_t end = at + first_of(rest);
            if (end < start) {
                continue;  // taken, or the LF of a CR LF
            }
            const std::size_t length = end - start;
            if (length - 1 >= longest_name || bytes[start] == ' ' || bytes[end - 1] == ' ') {
                return {lines, start};
            }
            names[lines++] = NameSet::hashed(bytes + start, length);
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
