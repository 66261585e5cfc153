#include "makemore/blend.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>
#include <utility>

#include "makemore/count_sum.hpp"
#include "makemore/utf8.hpp"

namespace makemore {

namespace {

/// Whether every name counts once, also where it stood in the list more often.
bool counts_each_once(const Corpus& corpus) {
    return corpus.names.complete() && corpus.names.size() == corpus.counts.row_total(boundary);
}

/// Of what is counted: a report stays as the list was read when its duplicates are left out.
CorpusReport counted_report(const Corpus& corpus) {
    CorpusReport report = corpus.report;
    if (counts_each_once(corpus)) {
        report.names = corpus.names.size();
        std::ranges::fill(report.lengths, 0);
        for (const auto name : corpus.names) {
            ++report.lengths[decode_utf8(name)->size()];
        }
    }
    return report;
}

void add_report(CorpusReport& sum, const CorpusReport& part, std::uint64_t weight) {
    const bool first = sum.names == 0;
    // 0 stands for a length that is not known: then it is not known of the blend either.
    if (first || part.shortest < sum.shortest) {
        sum.shortest = part.shortest;
        sum.shortest_name = part.shortest_name;
    }
    if (first || part.longest == 0 || (part.longest > sum.longest && sum.longest != 0)) {
        sum.longest = part.longest;
        sum.longest_name = part.longest_name;
    }
    sum.names += weight * part.names;
    // A name in both is one name, which only the set can tell: at least so many.
    sum.distinct_names = std::max(sum.distinct_names, part.distinct_names);
    sum.lengths.resize(std::max(sum.lengths.size(), part.lengths.size()));
    for (std::size_t length = 0; length < part.lengths.size(); ++length) {
        sum.lengths[length] += weight * part.lengths[length];
    }
    sum.lines += part.lines;
    sum.bytes += part.bytes;
    sum.blank_lines.count += part.blank_lines.count;
    sum.control_lines.count += part.control_lines.count;
    sum.zero_weights.count += part.zero_weights.count;
}

/// The names of all parts; incomplete where those of one are.
NameSet shared_names(std::span<const BlendPart> parts) {
    const bool known = std::ranges::all_of(
        parts, [](const BlendPart& part) { return part.corpus->names.complete(); });
    NameSet names(known ? NameSet::default_most_bytes : 0);
    for (const auto& [corpus, weight] : parts) {
        for (const auto name : corpus->names) {
            if (names.insert(name) == NameSet::Insertion::refused) {
                return names;
            }
        }
    }
    return names;
}

/// Drawn from the samples of the parts, whose names stand for all that their list counts; empty
/// where one has none.
NameSample shared_sample(std::span<const BlendPart> parts) {
    NameSample sample;
    for (const auto& [corpus, weight] : parts) {
        const std::uint64_t counted = corpus->counts.row_total(boundary);
        if (counts_each_once(*corpus)) {
            // The sample is of the list as it was read.
            for (const auto name : corpus->names) {
                sample.offer(name, weight);
            }
            continue;
        }
        const auto names = corpus->sample.names();
        if (names.empty()) {
            return NameSample();
        }
        const std::uint64_t each = counted / names.size();
        const std::uint64_t left = counted % names.size();
        for (std::size_t i = 0; i < names.size(); ++i) {
            sample.offer(names[i], weight * (each + (i < left ? 1 : 0)));
        }
    }
    return sample;
}

}  // namespace

Result<Corpus> blend(std::span<const BlendPart> parts) {
    assert(!parts.empty());
    std::uint64_t bigrams = 0;
    for (const auto& [corpus, weight] : parts) {
        if (weight > most_names / corpus->counts.total() ||
            weight * corpus->counts.total() > most_names - bigrams) {
            return std::unexpected(
                Error{.message = "these lists, so many times, have too many names to count"});
        }
        bigrams += weight * corpus->counts.total();
    }
    CountSum sum;
    CorpusReport report;
    for (const BlendPart& part : parts) {
        if (auto added = sum.add(part.corpus->vocabulary, part.corpus->counts, part.weight);
            !added) {
            return std::unexpected(Error{.message = "these lists have " + added.error().message});
        }
        add_report(report, counted_report(*part.corpus), part.weight);
    }
    NameSet set = shared_names(parts);
    report.distinct_exact = set.complete();
    if (set.complete()) {
        report.distinct_names = set.size();
    }
    return Corpus{.vocabulary = sum.vocabulary(),
                  .counts = sum.counts(),
                  .report = std::move(report),
                  .names = std::move(set),
                  .sample = shared_sample(parts)};
}

}  // namespace makemore
