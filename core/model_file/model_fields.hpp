// The fields of a model file, one by one. Nothing is believed: the first that does not hold is kept
// as the error, and what is read after it is not to be used.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "makemore/error.hpp"

namespace makemore {

/// "counts[3]".
[[nodiscard]] std::string at(const std::string& field, std::size_t index);

/// A value as a message shows it.
[[nodiscard]] std::string found(const nlohmann::json& value);

class ModelFields {
  public:
    static constexpr std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();

    [[nodiscard]] const std::optional<Error>& error() const noexcept { return error_; }
    [[nodiscard]] bool failed() const noexcept { return error_.has_value(); }

    void refuse(const std::string& field, const std::string& what);
    /// "…: WANTED is expected, not …".
    void refuse(const std::string& field, const std::string& wanted, const nlohmann::json& value);

    /// Null where it is missing. `path` is the name of the object, empty for the outermost.
    [[nodiscard]] const nlohmann::json& member(const nlohmann::json& object,
                                               const std::string& path, const std::string& name);
    [[nodiscard]] std::uint64_t whole(const nlohmann::json& value, const std::string& field,
                                      std::uint64_t smallest);
    [[nodiscard]] double non_negative(const nlohmann::json& value, const std::string& field);
    /// Within the range of float32; one cell of a row.
    [[nodiscard]] float real(const nlohmann::json& value, const std::string& row,
                             std::size_t column);
    /// False, and refused, unless the value is an array of as many items as the alphabet.
    [[nodiscard]] bool require_array(const nlohmann::json& value, const std::string& field,
                                     std::size_t length);
    void require_object(const nlohmann::json& value, const std::string& field);
    /// A whole number of 64 bits as a string of decimal digits.
    [[nodiscard]] std::uint64_t digits(const nlohmann::json& value, const std::string& field);

  private:
    std::optional<Error> error_;
};

}  // namespace makemore
