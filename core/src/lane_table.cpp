#include "makemore/lane_table.hpp"

#include <cassert>

namespace makemore {

namespace {

constexpr std::size_t lanes = xsimd::batch<float>::size;

}  // namespace

LaneTable::LaneTable(std::size_t rows, std::size_t columns)
    : rows_(rows),
      columns_(columns),
      padded_rows_((rows + lanes - 1) / lanes * lanes),
      cells_(padded_rows_ * columns, 0.0F) {}

LaneTable::LaneTable(std::span<const float> row_major, std::size_t rows, std::size_t columns)
    : LaneTable(rows, columns) {
    assert(row_major.size() == rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column) {
            at(row, column) = row_major[row * columns + column];
        }
    }
}

// Not in the header: how many lanes there are is this library's affair, whatever its users are
// compiled for.
std::size_t LaneTable::place(std::size_t row, std::size_t column) const noexcept {
    return (row / lanes * columns_ + column) * lanes + row % lanes;
}

float& LaneTable::at(std::size_t row, std::size_t column) noexcept {
    return cells_[place(row, column)];
}

float LaneTable::at(std::size_t row, std::size_t column) const noexcept {
    return cells_[place(row, column)];
}

std::vector<float> LaneTable::row_major() const {
    std::vector<float> values(rows_ * columns_);
    for (std::size_t row = 0; row < rows_; ++row) {
        for (std::size_t column = 0; column < columns_; ++column) {
            values[row * columns_ + column] = at(row, column);
        }
    }
    return values;
}

}  // namespace makemore
