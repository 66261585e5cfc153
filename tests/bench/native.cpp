// The core, natively, for the benchmark: does what each line of standard input says and answers
// with one line, so that its rounds can take turns with those of others.
//
//   counts SIZE N...   the counts to train on and to draw from, row-major   -> ok
//   fingerprint STEPS  the weights after so many steps, the lecture's seed  -> fingerprint
//   step MS            trains for so many milliseconds                      -> nanoseconds a step
//   names MS           draws names for so many milliseconds                 -> names a second
//   load PATH          takes a file into memory                             -> bytes
//   sum                adds up the words of that memory                     -> seconds, their sum
//   read BYTES         reads and counts so much of that memory              -> seconds, names
//   read-file PATH     reads and counts a file                              -> seconds, names
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iostream>
#include <optional>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "makemore/alias_sampler.hpp"
#include "makemore/corpus_reader.hpp"
#include "makemore/probability_table.hpp"
#include "makemore/trainer.hpp"

namespace {

using namespace makemore;
using Clock = std::chrono::steady_clock;
using Bytes = std::span<const std::uint8_t>;

// As the page's worker feeds it.
constexpr std::size_t piece = std::size_t{1} << 18U;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// How much is done in a second, in the fastest stretch of at least 10 ms of the next `seconds`: as
// contenders/timing.js has it. work(units) says how much was done.
template <typename Work>
double fastest_pace(double seconds, Work work) {
    constexpr double stretch = 0.01;
    std::uint64_t units = 1;
    double fastest = 0.0;
    double last = 0.0;
    for (const auto start = Clock::now(); last < seconds || fastest == 0.0;) {
        const auto done = static_cast<double>(work(units));
        const double now = seconds_since(start);
        if (done == 0.0) {
            return 0.0;
        }
        if (now - last >= stretch) {
            fastest = std::max(fastest, done / (now - last));
        } else {
            units *= 2;
        }
        last = now;
    }
    return fastest;
}

std::string join(double seconds, std::uint64_t number) {
    return std::to_string(seconds) + ' ' + std::to_string(number);
}

class File {
  public:
    explicit File(const std::string& path) {
        stream_.rdbuf()->pubsetbuf(nullptr, 0);
        stream_.open(path, std::ios::binary);
    }
    [[nodiscard]] bool is_open() const { return stream_.is_open(); }
    /// How many bytes there were, 0 at the end.
    [[nodiscard]] std::size_t read(std::span<std::uint8_t> room) {
        stream_.read(reinterpret_cast<char*>(room.data()),
                     static_cast<std::streamsize>(room.size()));
        return static_cast<std::size_t>(stream_.gcount());
    }

  private:
    std::ifstream stream_;
};

// next() gives the pieces, an empty one at the end.
template <typename Next>
std::string count(Next next) {
    const auto start = Clock::now();
    CorpusReader reader;
    for (Bytes part = next(); !part.empty(); part = next()) {
        if (const auto fed = reader.feed(part); !fed) {
            return "error: " + fed.error().message;
        }
    }
    const auto corpus = reader.finish();
    return corpus ? join(seconds_since(start), corpus->report.names)
                  : "error: " + corpus.error().message;
}

class Bench {
  public:
    std::string answer(std::istringstream& command) {
        std::string what;
        command >> what;
        if (what == "load" || what == "read-file") {
            std::string path;
            command >> path;
            File file(path);
            if (!file.is_open()) {
                return "error: no such file";
            }
            return what == "load" ? load(file) : read_file(file);
        }
        if (what == "sum") {
            return sum();
        }
        std::uint64_t number = 0;
        command >> number;
        if (what == "read") {
            return read_memory(number);
        }
        if (what == "counts") {
            return take_counts(number, command);
        }
        if (!counts_) {
            return "error: no counts";
        }
        if (what == "fingerprint") {
            return weights_fingerprint(number);
        }
        if (what == "step") {
            return step(static_cast<double>(number) / 1e3);
        }
        return what == "names" ? names(static_cast<double>(number) / 1e3)
                               : "error: unknown command";
    }

  private:
    std::string take_counts(std::size_t size, std::istringstream& command) {
        std::vector<std::uint64_t> cells(size * size);
        for (auto& cell : cells) {
            command >> cell;
        }
        counts_.emplace(size, cells);
        return "ok";
    }

    [[nodiscard]] std::string weights_fingerprint(std::uint64_t steps) const {
        Trainer trainer(*counts_, lecture_seed);
        return trainer.run(steps, {}) ? fingerprint(trainer.weights()) : "error: training stopped";
    }

    [[nodiscard]] std::string step(double seconds) const {
        Trainer trainer(*counts_, lecture_seed);
        const double pace = fastest_pace(seconds, [&](std::uint64_t steps) {
            return trainer.run(steps, {}) ? steps : std::uint64_t{0};
        });
        return pace > 0.0 ? std::to_string(1e9 / pace) : "error: training stopped";
    }

    [[nodiscard]] std::string names(double seconds) const {
        AliasSampler sampler(count_model(*counts_, 0.0), 1);
        std::vector<Token> buffer(std::size_t{1} << 16U);
        return std::to_string(fastest_pace(seconds, [&](std::uint64_t times) {
            std::uint64_t drawn = 0;
            for (std::uint64_t i = 0; i < times; ++i) {
                drawn += sampler.fill(buffer).names;
            }
            return drawn;
        }));
    }

    std::string load(File& file) {
        memory_.clear();
        std::size_t length = 0;
        do {
            memory_.resize(length + piece);
            length += file.read(std::span(memory_).subspan(length));
        } while (length == memory_.size());
        memory_.resize(length);
        return std::to_string(length);
    }

    [[nodiscard]] std::string sum() const {
        const auto start = Clock::now();
        std::array<std::uint64_t, 8> sums{};
        for (std::size_t at = 0; at + sizeof sums <= memory_.size(); at += sizeof sums) {
            std::array<std::uint64_t, 8> words{};
            std::memcpy(words.data(), memory_.data() + at, sizeof words);
            for (std::size_t i = 0; i < words.size(); ++i) {
                sums[i] += words[i];
            }
        }
        std::uint64_t total = 0;
        for (const auto one : sums) {
            total += one;
        }
        // The sum is part of the answer, or the loop would be left out.
        return join(seconds_since(start), total);
    }

    [[nodiscard]] std::string read_memory(std::size_t bytes) const {
        Bytes rest = Bytes(memory_).first(std::min(bytes, memory_.size()));
        return count([&rest] {
            const Bytes part = rest.first(std::min(piece, rest.size()));
            rest = rest.subspan(part.size());
            return part;
        });
    }

    [[nodiscard]] static std::string read_file(File& file) {
        std::vector<std::uint8_t> block(piece);
        return count([&] { return Bytes(block).first(file.read(block)); });
    }

    std::optional<BigramCounts> counts_;
    std::vector<std::uint8_t> memory_;
};

}  // namespace

int main() {
    Bench bench;
    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream command(line);
        std::cout << bench.answer(command) << '\n' << std::flush;
    }
}
