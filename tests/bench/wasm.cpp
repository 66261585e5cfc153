// What the benchmark asks of the core in wasm and the page's module has no door for, as plain
// functions: the alias sampler, and reading without the set of distinct names.
#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "makemore/alias_sampler.hpp"
#include "makemore/corpus_reader.hpp"

namespace {

std::vector<double> cells;
std::vector<makemore::Token> tokens;
std::unique_ptr<makemore::AliasSampler> sampler;

std::vector<std::uint8_t> bytes;
std::optional<makemore::CorpusReader> reader;

}  // namespace

extern "C" {

/// Room for a row-stochastic table of `size` tokens.
EMSCRIPTEN_KEEPALIVE double* table(std::size_t size) {
    cells.resize(size * size);
    return cells.data();
}

/// Starts a stream of names from the table, written `room` tokens at a time. Returns where to.
EMSCRIPTEN_KEEPALIVE makemore::Token* start(std::size_t size, std::uint32_t seed,
                                            std::size_t room) {
    sampler = std::make_unique<makemore::AliasSampler>(
        makemore::ProbabilityTable(size, size, cells), seed);
    tokens.resize(room);
    return tokens.data();
}

/// Fills the buffer once; the number of names.
EMSCRIPTEN_KEEPALIVE std::size_t draw() { return sampler->fill(tokens).names; }

/// Starts to read a list, at most `room` bytes at a time, without the set. Returns where they go.
EMSCRIPTEN_KEEPALIVE std::uint8_t* open_list(std::size_t room) {
    reader.emplace(makemore::ReadingOptions{.most_set_bytes = 0});
    bytes.resize(room);
    return bytes.data();
}

/// Reads the first `length` bytes of the room; whether they are text.
EMSCRIPTEN_KEEPALIVE bool feed(std::size_t length) {
    return reader->feed(std::span<const std::uint8_t>(bytes).first(length)).has_value();
}

/// Ends the list: the number of names, 0 where it was refused.
EMSCRIPTEN_KEEPALIVE double close_list() {
    const auto corpus = reader->finish();
    return corpus ? static_cast<double>(corpus->report.names) : 0.0;
}
}
