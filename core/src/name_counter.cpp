#include "name_counter.hpp"

#include <bit>
#include <cassert>
#include <cstring>
#include <utility>

#include "makemore/utf8.hpp"

namespace makemore {

namespace {

constexpr std::size_t plain_cells = 0x8000;
// A cell of plain_pairs_ never reaches 2^31, whose bit tells that the pair is new.
constexpr std::uint64_t most_plain_bytes = std::uint64_t{1} << 30U;
constexpr std::uint32_t new_pair = std::uint32_t{1} << 31U;

// Of a byte and the next one.
std::size_t plain_cell(const std::uint8_t* pair) {
    static_assert(std::endian::native == std::endian::little);
    std::uint16_t cell = 0;
    std::memcpy(&cell, pair, sizeof cell);
    return cell;
}

[[gnu::cold]] std::unexpected<Error> too_many_characters(std::uint64_t line) {
    return std::unexpected(Error{.message = "more than " + std::to_string(most_characters) +
                                            " different characters, the most that a table can "
                                            "hold",
                                 .line = line});
}

std::string_view text_of(const NameSet::Hashed& name) {
    return {reinterpret_cast<const char*>(name.name), name.length};
}

bool ends_line(std::size_t byte) { return byte == '\n' || byte == '\r'; }

}  // namespace

NameCounter::NameCounter(const ReadingOptions& options)
    : plain_pairs_(plain_cells, new_pair),
      set_(options.most_set_bytes),
      sample_(NameSample::default_size, options.sample_seed) {}

Result<Token> NameCounter::new_token(char32_t character, std::uint64_t line) {
    if (counts_.characters() == most_characters) {
        return too_many_characters(line);
    }
    return counts_.add(character, line);
}

Result<void> NameCounter::add(std::u32string_view name, std::uint64_t line, std::uint64_t times) {
    std::string bytes = encode_utf8(name);
    const std::size_t length = bytes.size();
    bytes.append(NameSet::slack, '\0');
    const std::string_view text = std::string_view(bytes).substr(0, length);
    if (auto counted = count(name, text, line, times); !counted) {
        return counted;
    }
    sample_.offer(text, times);
    if (set_.complete()) {
        set_.insert(NameSet::hashed(reinterpret_cast<const std::uint8_t*>(bytes.data()), length));
    }
    return {};
}

Result<void> NameCounter::count(std::u32string_view name, std::string_view bytes,
                                std::uint64_t line, std::uint64_t times) {
    Token previous = boundary;
    for (const char32_t character : name) {
        Token token = counts_.find(character);
        if (token == boundary) {
            const auto added = new_token(character, line);
            if (!added) {
                return std::unexpected(added.error());
            }
            token = *added;
        }
        counts_.count(previous, token, times);
        previous = token;
    }
    counts_.count(previous, boundary, times);
    names_ += times;
    lengths_[name.size()] += times;
    note_extreme(bytes, name.size());
    return {};
}

void NameCounter::note_extreme(std::string_view bytes, std::size_t length) {
    if (length < shortest_) {
        shortest_ = length;
        shortest_name_ = bytes;
    }
    if (length > longest_) {
        longest_ = length;
        longest_name_ = bytes;
    }
}

void NameCounter::keep(std::span<const NameSet::Hashed> names) {
    if (sample_.wants(names.size())) {
        for (const NameSet::Hashed& name : names) {
            sample_.offer(text_of(name));
        }
    } else {
        sample_.pass(names.size());
    }
    if (set_.complete()) {
        set_.insert_all(names);
    }
}

Result<void> NameCounter::count_plain_lines(std::span<const std::uint8_t> lines,
                                            std::span<const NameSet::Hashed> names,
                                            std::uint64_t line) {
    for (const NameSet::Hashed& name : names) {
        ++lengths_[name.length];
        if (name.length < shortest_ || name.length > longest_) {
            note_extreme(text_of(name), name.length);
        }
    }
    names_ += names.size();
    return lines.empty() ? Result<void>{} : count_plain_bigrams(lines, line);
}

Result<void> NameCounter::count_plain_bigrams(std::span<const std::uint8_t> lines,
                                              std::uint64_t line) {
    std::uint32_t* const pairs = plain_pairs_.data();
    const std::uint8_t* const bytes = lines.data();
    std::uint32_t& first = pairs[static_cast<std::size_t>('\n') | std::size_t{bytes[0]} << 8U];
    std::uint32_t seen = first++;
    const auto count = [&](std::size_t i) {
        std::uint32_t& cell = pairs[plain_cell(bytes + i)];
        seen |= cell;
        ++cell;
    };
    std::size_t i = 0;
    // In a browser's code the loop itself takes as long as a pair.
    constexpr std::size_t at_once = 8;
    for (; i + at_once < lines.size(); i += at_once) {
        for (std::size_t j = 0; j < at_once; ++j) {
            count(i + j);
        }
    }
    for (; i + 1 < lines.size(); ++i) {
        count(i);
    }
    if ((seen & new_pair) != 0) {
        if (auto added = add_new_characters(lines, line); !added) {
            return added;
        }
    }
    plain_bytes_ += lines.size();
    if (plain_bytes_ > most_plain_bytes) {
        move_plain_pairs();
    }
    return {};
}

Result<void> NameCounter::add_new_characters(std::span<const std::uint8_t> lines,
                                             std::uint64_t line) {
    std::uint8_t previous = '\n';
    for (const std::uint8_t byte : lines) {
        if (!ends_line(byte)) {
            if (counts_.find(byte) == boundary) {
                if (const auto added = new_token(byte, line); !added) {
                    return std::unexpected(added.error());
                }
            }
        } else if (byte == '\r' || previous != '\r') {
            ++line;
        }
        plain_pairs_[previous | std::size_t{byte} << 8U] &= ~new_pair;
        previous = byte;
    }
    return {};
}

void NameCounter::move_plain_pairs() {
    const auto token = [this](std::size_t byte) {
        return ends_line(byte) ? boundary : counts_.find(static_cast<char32_t>(byte));
    };
    for (std::size_t cell = 0; cell < plain_pairs_.size(); ++cell) {
        const std::uint32_t times = plain_pairs_[cell] & ~new_pair;
        plain_pairs_[cell] -= times;
        const std::size_t previous = cell & 0xFFU;
        const std::size_t next = cell >> 8U;
        // What stands between two lines that end with CR LF is no bigram.
        if (times != 0 && !(ends_line(previous) && ends_line(next))) {
            counts_.count(token(previous), token(next), times);
        }
    }
    plain_bytes_ = 0;
}

Corpus NameCounter::finish() {
    assert(names_ > 0);
    move_plain_pairs();
    auto [vocabulary, counts] = counts_.sorted();
    CorpusReport report;
    report.names = names_;
    report.distinct_names = set_.size();
    report.distinct_exact = set_.complete();
    report.shortest = shortest_;
    report.longest = longest_;
    report.shortest_name = std::move(shortest_name_);
    report.longest_name = std::move(longest_name_);
    report.lengths.assign(lengths_.begin(),
                          lengths_.begin() + static_cast<std::ptrdiff_t>(longest_ + 1));
    report.lone_characters = counts_.lone_characters();
    return Corpus{.vocabulary = std::move(vocabulary),
                  .counts = std::move(counts),
                  .report = std::move(report),
                  .names = std::move(set_),
                  .sample = std::move(sample_)};
}

}  // namespace makemore
