// Counts the list on standard input and prints five names like those of it.
#include <makemore/corpus_reader.hpp>
#include <makemore/probability_table.hpp>
#include <makemore/sampler.hpp>

#include <cstdint>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main() {
    const std::vector<char> text(std::istreambuf_iterator<char>(std::cin), {});
    makemore::CorpusReader reader;
    const auto fed = reader.feed({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    const auto corpus = fed ? reader.finish() : std::unexpected(fed.error());
    if (!corpus) {
        std::cerr << makemore::describe(corpus.error()) << "\n";
        return 1;
    }
    const makemore::ProbabilityTable table = makemore::count_model(corpus->counts);
    makemore::Sampler sampler(table, makemore::SamplerKind::cdf, makemore::lecture_seed);
    for (int name = 0; name < 5; ++name) {
        std::cout << corpus->vocabulary.decode(sampler.next().tokens) << "\n";
    }
}
