// The distinct names of a list, in a bounded amount of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace makemore {

/// A set of names (bytes of UTF-8) that stops growing at a bound. The bytes lie in blocks in the
/// order of insertion; an open-addressing table of 32-bit slots (8 bits of hash, 24 of place) finds
/// them. A larger table is rebuilt from the blocks, so that there is never more than one.
class NameSet {
  public:
    /// Blocks and table together. About a million a-z names of 6 letters.
    static constexpr std::size_t default_most_bytes = std::size_t{16} << 20U;
    /// The longest name that can be kept, in bytes.
    static constexpr std::size_t longest_name_bytes = 0x7FFF;
    /// What may be read behind a name that is handed over as words.
    static constexpr std::size_t slack = 16;

    /// What became of a name.
    enum class Insertion : std::uint8_t {
        added,    ///< the name was new
        present,  ///< it was there
        refused,  ///< it was not there when the bound was reached; it may be a duplicate all the
                  ///< same
    };

    /// With 0 the set is incomplete from the start: nothing is known of any name.
    explicit NameSet(std::size_t most_bytes = default_most_bytes);

    /// A name whose hash is known, followed by `slack` readable bytes.
    struct Hashed {
        const std::uint8_t* name;  ///< UTF-8, not owned
        std::size_t length;        ///< in bytes
        std::uint64_t hash;        ///< of these bytes, by `hash_name`
    };
    /// Precondition: `slack` bytes can be read behind the name.
    [[nodiscard]] static Hashed hashed(const std::uint8_t* name, std::size_t length);

    /// Precondition: at most `longest_name_bytes`.
    Insertion insert(std::string_view name);
    /// Likewise, with the hash known.
    Insertion insert(const Hashed& name);
    /// The same for many names, which wait for memory together instead of one after the other.
    void insert_all(std::span<const Hashed> names);
    /// Whether the name is in the list; nothing where that is unknown: the set is incomplete and
    /// does not hold it.
    [[nodiscard]] std::optional<bool> contains(std::string_view name) const;
    /// Whether every name handed over is held. Once false, nothing is inserted any more.
    [[nodiscard]] bool complete() const noexcept { return complete_; }
    /// How many names it holds.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Memory held, in bytes; at most the bound.
    [[nodiscard]] std::size_t bytes() const noexcept;

    /// Goes through the names in the order of insertion.
    class Iterator {
      public:
        /// @{ What std::iterator_traits asks for.
        using iterator_category = std::forward_iterator_tag;
        using value_type = std::string_view;
        using difference_type = std::ptrdiff_t;
        using pointer = const std::string_view*;
        using reference = std::string_view;
        /// @}

        Iterator() = default;
        /// The name, in UTF-8; valid until the next insertion.
        [[nodiscard]] std::string_view operator*() const;
        /// To the next name.
        Iterator& operator++();
        /// Likewise; gives where it was.
        Iterator operator++(int);
        /// Whether both are at the same name.
        [[nodiscard]] bool operator==(const Iterator&) const = default;

      private:
        friend NameSet;
        explicit Iterator(const NameSet* set, std::size_t block, std::size_t place);

        const NameSet* set_ = nullptr;
        std::size_t block_ = 0;
        std::size_t place_ = 0;
    };
    /// The first name, in the order of insertion.
    [[nodiscard]] Iterator begin() const;
    /// Behind the last.
    [[nodiscard]] Iterator end() const;

  private:
    struct Block {
        std::vector<std::uint8_t> bytes;
        std::size_t used = 0;
    };

    [[nodiscard]] const std::uint8_t* entry(std::uint32_t place) const;
    /// The slot of the name, or the empty slot where it belongs.
    [[nodiscard]] std::size_t find(const Hashed& name) const;
    static constexpr std::size_t most_at_once = 256;
    /// Those of up to so many names that are not seen to be there at first glance: how many.
    [[nodiscard]] std::size_t leave_unfound(std::span<const Hashed> names,
                                            std::span<const Hashed*, most_at_once> unfound) const;
    [[nodiscard]] bool make_room(std::size_t entry_bytes);
    void rebuild(std::size_t slots);

    std::vector<Block> blocks_;
    std::vector<std::uint32_t> slots_;
    unsigned shift_ = 0;
    std::size_t size_ = 0;
    std::size_t most_bytes_;
    bool complete_;
};

}  // namespace makemore
