// A table of float32 laid out for SIMD: each row lives in one lane.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <xsimd/xsimd.hpp>

namespace makemore {

/// Floats aligned for the widest vectors there are: code that was compiled for narrower ones can
/// hold them, too.
using AlignedFloats = std::vector<float, xsimd::aligned_allocator<float, 64>>;

/// A rows x columns table of float32 in blocks of as many rows as a SIMD vector has lanes; a block
/// lies column by column, so that whoever goes along its rows reads memory in order. The last block
/// is padded with zero rows, which are never read back.
class LaneTable {
  public:
    /// All zero.
    LaneTable(std::size_t rows, std::size_t columns);
    /// From rows * columns row-major values.
    LaneTable(std::span<const float> row_major, std::size_t rows, std::size_t columns);

    /// Rows, without the padding.
    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    /// Columns.
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    /// rows() and the padding.
    [[nodiscard]] std::size_t padded_rows() const noexcept { return padded_rows_; }
    /// The cell, to be written. Precondition: within the shape.
    [[nodiscard]] float& at(std::size_t row, std::size_t column) noexcept;
    /// The cell. Precondition: within the shape.
    [[nodiscard]] float at(std::size_t row, std::size_t column) const noexcept;
    /// padded_rows() * columns() floats, block by block, aligned for SIMD.
    [[nodiscard]] float* data() noexcept { return cells_.data(); }
    /// The first cell of the first block.
    [[nodiscard]] const float* data() const noexcept { return cells_.data(); }
    /// rows() * columns() values, row by row.
    [[nodiscard]] std::vector<float> row_major() const;

  private:
    [[nodiscard]] std::size_t place(std::size_t row, std::size_t column) const noexcept;

    std::size_t rows_;
    std::size_t columns_;
    std::size_t padded_rows_;
    AlignedFloats cells_;
};

}  // namespace makemore
