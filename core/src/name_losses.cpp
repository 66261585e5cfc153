#include "makemore/name_losses.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "makemore/name_facts.hpp"

namespace makemore {

namespace {

constexpr double fewest_bins = 8.0;
constexpr double most_bins = 40.0;

double loss_of(double log_probability, std::size_t letters) {
    return -log_probability / static_cast<double>(letters + 1);
}

}  // namespace

double mean_pair_loss(const ProbabilityTable& table, std::span<const Token> name) {
    return loss_of(log_probability(table, name), name.size());
}

NameLosses::NameLosses(std::span<const NameScore> names) {
    sorted_.reserve(names.size());
    for (const auto& [log_probability, letters] : names) {
        sorted_.push_back(loss_of(log_probability, letters));
    }
    std::ranges::sort(sorted_);
}

double NameLosses::share_above(double loss) const noexcept {
    if (sorted_.empty()) {
        return 0.0;
    }
    const auto above = sorted_.end() - std::ranges::upper_bound(sorted_, loss);
    return static_cast<double>(above) / static_cast<double>(sorted_.size());
}

Histogram NameLosses::histogram() const {
    Histogram histogram;
    if (sorted_.empty()) {
        return histogram;
    }
    const auto impossible =
        std::ranges::lower_bound(sorted_, std::numeric_limits<double>::infinity());
    const double least = impossible == sorted_.begin() ? 0.0 : sorted_.front();
    const double range = impossible == sorted_.begin() ? 0.0 : *std::prev(impossible) - least;
    const double wanted = std::ceil(std::sqrt(static_cast<double>(sorted_.size())));
    const double bins = range > 0.0 ? std::clamp(wanted, fewest_bins, most_bins) : 1.0;
    histogram.from = least;
    histogram.width = range > 0.0 ? range / bins : 1.0;
    histogram.counts.resize(static_cast<std::size_t>(bins));
    for (const double loss : sorted_) {
        // Rounding may put the largest just past the end, where infinity is too.
        const double bin = std::min((loss - least) / histogram.width, bins - 1.0);
        ++histogram.counts[static_cast<std::size_t>(bin)];
    }
    return histogram;
}

}  // namespace makemore
