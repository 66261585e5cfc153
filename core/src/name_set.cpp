#include "makemore/name_set.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <string>

#include "name_hash.hpp"

namespace makemore {

namespace {

constexpr unsigned place_bits = 24;
constexpr unsigned block_bits = 16;
constexpr std::size_t block_size = std::size_t{1} << block_bits;
constexpr std::size_t most_blocks = std::size_t{1} << (place_bits - block_bits);
constexpr std::size_t first_slots = 1'024;
constexpr std::size_t most_roomy_slots = std::size_t{1} << 16U;
constexpr std::uint32_t place_mask = (std::uint32_t{1} << place_bits) - 1;
constexpr std::uint8_t long_name = 0x80;  // in the first byte of an entry: a second follows

// Slot 0 stands for "empty", so no name may lie at place 0.
constexpr std::size_t first_place(std::size_t block) { return block == 0 ? 1 : 0; }

std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 8U) & ~place_mask;
}

struct Entry {
    const std::uint8_t* name;
    std::size_t length;
};

Entry read_entry(const std::uint8_t* entry) {
    if ((entry[0] & long_name) == 0) {
        return {entry + 1, entry[0]};
    }
    return {entry + 2, ((entry[0] & 0x7FU) << 8U) | entry[1]};
}

std::size_t entry_size(std::size_t length) { return length + (length < long_name ? 1U : 2U); }

bool equal(const std::uint8_t* left, const std::uint8_t* right, std::size_t length) {
    return std::memcmp(left, right, length) == 0;
}

std::string padded(std::string_view name) {
    std::string copy(name);
    copy.append(NameSet::slack, '\0');
    return copy;
}

const std::uint8_t* bytes_of(const std::string& text) {
    return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

NameSet::Hashed NameSet::hashed(const std::uint8_t* name, std::size_t length) {
    return {name, length, hash_name(name, length)};
}

NameSet::NameSet(std::size_t most_bytes) : most_bytes_(most_bytes), complete_(most_bytes > 0) {}

std::size_t NameSet::bytes() const noexcept {
    return blocks_.size() * (block_size + slack) + slots_.size() * sizeof(std::uint32_t);
}

const std::uint8_t* NameSet::entry(std::uint32_t place) const {
    return blocks_[place >> block_bits].bytes.data() + (place & (block_size - 1));
}

std::size_t NameSet::find(const Hashed& name) const {
    const std::uint32_t tag = tag_of(name.hash);
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = static_cast<std::uint32_t>(name.hash >> shift_);
    while (slots_[slot] != 0) {
        const std::uint32_t value = slots_[slot];
        if ((value & ~place_mask) == tag) {
            const Entry found = read_entry(entry(value & place_mask));
            if (found.length == name.length && equal(found.name, name.name, name.length)) {
                break;
            }
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

// Most names that are there are found at once, in one of the first two slots, and up to 16 bytes
// are compared without a branch: whatever it depended on would be slow to come from memory. For the
// same reason many names are looked for together.
std::size_t NameSet::leave_unfound(std::span<const Hashed> names,
                                   std::span<const Hashed*, most_at_once> unfound) const {
    std::array<const std::uint8_t*, most_at_once> likely{};
    const std::uint32_t* const slots = slots_.data();
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto first = static_cast<std::uint32_t>(names[i].hash >> shift_);
        const std::uint32_t value = slots[first];
        const std::uint32_t after = slots[(first + 1) & mask];
        const bool is_first = (value & ~place_mask) == tag_of(names[i].hash);
        likely[i] = entry((is_first ? value : after) & place_mask);
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto [first_there, second_there] = first_words(likely[i] + 1, names[i].length);
        const auto [first_word, second_word] = first_words(names[i].name, names[i].length);
        const std::uint64_t differs = (first_there ^ first_word) | (second_there ^ second_word) |
                                      (likely[i][0] ^ static_cast<std::uint64_t>(names[i].length));
        unfound[count] = &names[i];
        count += static_cast<std::size_t>(differs != 0 || names[i].length > 16);
    }
    return count;
}

void NameSet::insert_all(std::span<const Hashed> names) {
    std::array<const Hashed*, most_at_once> unfound{};
    while (!names.empty()) {
        if (size_ == 0 && insert(names.front()) == Insertion::refused) {
            return;
        }
        const auto some = names.first(std::min(names.size(), most_at_once));
        const std::size_t count = leave_unfound(some, unfound);
        for (const Hashed* name : std::span(unfound).first(count)) {
            insert(*name);
        }
        names = names.subspan(some.size());
    }
}

NameSet::Insertion NameSet::insert(const Hashed& name) {
    assert(name.length <= longest_name_bytes);
    if (!slots_.empty() && slots_[find(name)] != 0) {
        return Insertion::present;
    }
    if (!complete_ || !make_room(entry_size(name.length))) {
        complete_ = false;
        return Insertion::refused;
    }
    const std::size_t slot = find(name);
    Block& block = blocks_.back();
    const std::size_t place = ((blocks_.size() - 1) << block_bits) | block.used;
    std::uint8_t* write = block.bytes.data() + block.used;
    if (name.length >= long_name) {
        *write++ = static_cast<std::uint8_t>(long_name | (name.length >> 8U));
    }
    *write++ = static_cast<std::uint8_t>(name.length);
    std::memcpy(write, name.name, name.length);
    block.used += entry_size(name.length);
    slots_[slot] = tag_of(name.hash) | static_cast<std::uint32_t>(place);
    ++size_;
    return Insertion::added;
}

NameSet::Insertion NameSet::insert(std::string_view name) {
    const std::string copy = padded(name);
    return insert(hashed(bytes_of(copy), name.size()));
}

std::optional<bool> NameSet::contains(std::string_view name) const {
    const std::string copy = padded(name);
    if (!slots_.empty() && slots_[find(hashed(bytes_of(copy), name.size()))] != 0) {
        return true;
    }
    return complete_ ? std::optional(false) : std::nullopt;
}

bool NameSet::make_room(std::size_t entry_bytes) {
    // A quarter full at most while that is little memory, half while there is any to be had; then
    // up to seven eighths, and no further.
    const std::size_t wanted = slots_.size() <= most_roomy_slots ? 4 : 2;
    if (size_ >= slots_.size() / wanted) {
        const std::size_t doubled = slots_.empty() ? first_slots : 2 * slots_.size();
        const std::size_t needed = bytes() + (doubled - slots_.size()) * sizeof(std::uint32_t);
        if (needed <= most_bytes_) {
            rebuild(doubled);
        } else if (size_ >= slots_.size() / 8 * 7) {
            return false;
        }
    }
    if (blocks_.empty() || blocks_.back().used + entry_bytes > block_size) {
        if (blocks_.size() == most_blocks || bytes() + block_size + slack > most_bytes_) {
            return false;
        }
        blocks_.push_back(
            {std::vector<std::uint8_t>(block_size + slack), first_place(blocks_.size())});
    }
    return true;
}

void NameSet::rebuild(std::size_t slots) {
    slots_ = std::vector<std::uint32_t>();  // frees the old table before the new one is made
    slots_ = std::vector<std::uint32_t>(slots);
    shift_ = static_cast<unsigned>(64 - std::countr_zero(slots));
    const std::size_t mask = slots - 1;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
        const std::uint8_t* const bytes = blocks_[block].bytes.data();
        for (std::size_t at = first_place(block); at < blocks_[block].used;) {
            const auto [name, length] = read_entry(bytes + at);
            const std::uint64_t hash = hash_name(name, length);
            std::size_t slot = static_cast<std::uint32_t>(hash >> shift_);
            while (slots_[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots_[slot] = tag_of(hash) | static_cast<std::uint32_t>((block << block_bits) | at);
            at += entry_size(length);
        }
    }
}

NameSet::Iterator::Iterator(const NameSet* set, std::size_t block, std::size_t place)
    : set_(set), block_(block), place_(place) {}

std::string_view NameSet::Iterator::operator*() const {
    const Entry found = read_entry(set_->blocks_[block_].bytes.data() + place_);
    return {reinterpret_cast<const char*>(found.name), found.length};
}

NameSet::Iterator& NameSet::Iterator::operator++() {
    place_ += entry_size((**this).size());
    if (place_ == set_->blocks_[block_].used) {
        ++block_;
        place_ = first_place(block_);
    }
    return *this;
}

NameSet::Iterator NameSet::Iterator::operator++(int) {
    const Iterator before = *this;
    ++*this;
    return before;
}

NameSet::Iterator NameSet::begin() const {
    return size_ == 0 ? end() : Iterator(this, 0, first_place(0));
}

NameSet::Iterator NameSet::end() const {
    return Iterator(this, blocks_.size(), first_place(blocks_.size()));
}

}  // namespace makemore
