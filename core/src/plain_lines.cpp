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

// What was found so far, and where the next line starts.
class Found {
  public:
    Found(const std::uint8_t* bytes, std::span<NameSet::Hashed> names)
        : bytes_(bytes), names_(names) {}

    [[nodiscard]] PlainLines lines() const { return {lines_, start_}; }
    [[nodiscard]] bool has_room() const { return lines_ + block_size <= names_.size(); }

    // Lines that end at `ends` of the block at `at`, where that block is simple up to there. False:
    // one of them is not plain.
    [[nodiscard]] bool take_simple(std::size_t at, std::uint64_t ends) {
        // Of a line that began in an earlier block more is to be seen.
        if (start_ < at && ends != 0 &&
            (bytes_[start_] == ' ' || bytes_[at + first_of(ends) - 1] == ' ')) {
            return false;
        }
        for (; ends != 0; ends &= ends - 1) {
            const std::size_t end = at + first_of(ends);
            const std::size_t length = end - start_;
            // Blank, too long, or the LF of a CR LF.
            if (length - 1 >= longest_name) {
                return false;
            }
            names_[lines_++] = {bytes_ + start_, length, hash_name(bytes_ + start_, length)};
            start_ = end + 1;
        }
        return true;
    }

    // The same where there are spaces and CR too.
    [[nodiscard]] bool take(std::size_t at, std::uint64_t ends) {
        for (; ends != 0; ends &= ends - 1) {
            const std::size_t end = at + first_of(ends);
            if (end < start_) {
                continue;  // taken, or the LF of a CR LF
            }
            const std::size_t length = end - start_;
            if (length - 1 >= longest_name || bytes_[start_] == ' ' || bytes_[end - 1] == ' ') {
                return false;
            }
            names_[lines_++] = NameSet::hashed(bytes_ + start_, length);
            start_ = end + 1;
            if (bytes_[end] == '\r' && bytes_[start_] == '\n') {
                ++start_;
            }
        }
        return true;
    }

  private:
    const std::uint8_t* bytes_;
    std::span<NameSet::Hashed> names_;
    std::size_t lines_ = 0;
    std::size_t start_ = 0;
};

}  // namespace

PlainLines find_plain_lines(std::span<const std::uint8_t> text, std::span<NameSet::Hashed> names) {
    const std::uint8_t* const bytes = text.data();
    Found found(bytes, names);
    for (std::size_t at = 0; at + block_size + NameSet::slack <= text.size() && found.has_room();
         at += block_size) {
        const auto [simple_ends, odd] = look_at_simple(bytes + at);
        if (!found.take_simple(at, before(simple_ends, odd))) {
            break;
        }
        if (odd == 0) {
            continue;
        }
        const std::uint8_t first_odd = bytes[at + first_of(odd)];
        if (first_odd != ' ' && first_odd != '\r') {
            break;
        }
        const auto [ends, wrong] = look_at(bytes + at);
        if (!found.take(at, before(ends, wrong)) || wrong != 0) {
            break;
        }
    }
    return found.lines();
}

}  // namespace makemore
