// What is said of a drawn name beside its letters.
#include "name_details.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "text.hpp"

namespace makemore::cli {
namespace {

constexpr std::size_t widest_name = 40;

std::string fixed(double value, int digits) {
    if (std::isinf(value)) {
        return real_text(value);
    }
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::fixed, digits);
    return {text.data(), end.ptr};
}

}  // namespace

NameDetails::NameDetails(const Vocabulary& vocabulary, const ProbabilityTable& table,
                         const NameTrie* listed, std::span<const std::vector<Token>> sample)
    : vocabulary_(vocabulary), listed_(listed) {
    if (listed != nullptr) {
        ranking_.emplace(score_names(table, *listed));
    } else if (!sample.empty()) {
        sampled_ = sample.size();
        ranking_.emplace(score_names(table, sample));
    }
}

std::optional<std::string> NameDetails::nearest(const SampledName& name) const {
    const auto found = listed_->nearest(name.tokens);
    return found ? std::optional(vocabulary_.decode(*found)) : std::nullopt;
}

nlohmann::ordered_json NameDetails::json(const SampledName& name, double log_probability) const {
    nlohmann::ordered_json entry;
    entry["name"] = vocabulary_.decode(name.tokens);
    if (std::isfinite(log_probability)) {
        entry["log_probability"] = log_probability;
    } else {
        entry["log_probability"] = nullptr;  // JSON has no infinity
    }
    entry["percentile"] = nullptr;
    entry["new"] = nullptr;
    entry["nearest"] = nullptr;
    if (ranking_) {
        entry["percentile"] = ranking_->share_below(log_probability);
    }
    if (listed_ != nullptr) {
        const bool is_new = !listed_->contains(name.tokens);
        entry["new"] = is_new;
        if (const auto near = is_new ? nearest(name) : std::nullopt) {
            entry["nearest"] = *near;
        }
    }
    return entry;
}

std::string NameDetails::standing(const SampledName& name) const {
    if (listed_->contains(name.tokens)) {
        return "in the list";
    }
    const auto near = nearest(name);
    return near ? "new, one letter from " + *near : "new";
}

std::string NameDetails::table(const Batch& batch) const {
    std::vector<std::string> names;
    std::size_t width = 4;
    for (const SampledName& name : batch.names) {
        names.push_back(vocabulary_.decode(name.tokens) + (name.cut ? "…" : ""));
        width = std::max(width, std::min(widest_name, name.tokens.size() + (name.cut ? 1 : 0)));
    }
    std::string text = pad_right("name", width) + "  log probability";
    text += ranking_ ? "  percentile" : "";
    text += listed_ == nullptr ? "\n" : "  standing\n";
    for (std::size_t index = 0; index < names.size(); ++index) {
        const double log_probability = batch.log_probabilities[index];
        text += pad_right(names[index], width) + "  " + pad_left(fixed(log_probability, 4), 15);
        if (ranking_) {
            const std::string share = fixed(100.0 * ranking_->share_below(log_probability), 1);
            text += "  " + pad_left(share + "%", 10);
        }
        text += listed_ == nullptr ? "\n" : "  " + standing(batch.names[index]) + "\n";
    }
    if (sampled_ > 0) {
        text += "percentile: in a random sample of " + grouped(sampled_) + " of the list's names\n";
    }
    return text;
}

}  // namespace makemore::cli
