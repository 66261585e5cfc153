#include "makemore/temperature.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "makemore/real_math.hpp"

namespace makemore {

Result<ProbabilityTable> tempered(const ProbabilityTable& table, double temperature) {
    if (!(temperature > 0.0) || temperature > std::numeric_limits<double>::max()) {
        return std::unexpected(
            Error{.message = "the temperature must be a finite number above 0, such as 0.7"});
    }
    if (temperature == 1.0) {
        return table;
    }
    constexpr double smallest = std::numeric_limits<double>::min();
    const auto before = table.cells();
    std::vector<double> cells(before.begin(), before.end());
    for (std::size_t start = 0; start < cells.size(); start += table.columns()) {
        const auto row = std::span(cells).subspan(start, table.columns());
        // Powers relative to the largest, whose own is then 1, however low the temperature.
        const double largest = portable_log(std::ranges::max(row));
        double sum = 0.0;
        for (double& cell : row) {
            if (cell > 0.0) {
                cell = portable_exp((portable_log(cell) - largest) / temperature);
                sum += cell;
            }
        }
        for (std::size_t j = 0; j < row.size(); ++j) {
            if (before[start + j] > 0.0) {
                row[j] = std::max(row[j] / sum, smallest);
            }
        }
    }
    return ProbabilityTable(table.rows(), table.columns(), std::move(cells));
}

}  // namespace makemore
