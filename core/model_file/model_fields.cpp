#include "model_fields.hpp"

#include <cmath>

namespace makemore {

using nlohmann::json;

std::string at(const std::string& field, std::size_t index) {
    return field + "[" + std::to_string(index) + "]";
}

std::string found(const json& value) {
    if (value.is_array()) {
        return "an array of " + std::to_string(value.size());
    }
    if (value.is_object()) {
        return "an object";
    }
    const std::string text = value.dump();
    return text.size() <= 40 ? text : "a long " + std::string(value.type_name());
}

void ModelFields::refuse(const std::string& field, const std::string& what) {
    if (!failed()) {
        error_ = Error{.message = field + ": " + what};
    }
}

void ModelFields::refuse(const std::string& field, const std::string& wanted, const json& value) {
    refuse(field, wanted + " is expected, not " + found(value));
}

const json& ModelFields::member(const json& object, const std::string& path,
                                const std::string& name) {
    static const json nothing;
    const auto position = object.find(name);
    if (position == object.end()) {
        refuse(path.empty() ? name : path + "." + name, "is missing");
        return nothing;
    }
    return *position;
}

std::uint64_t ModelFields::whole(const json& value, const std::string& field,
                                 std::uint64_t smallest) {
    const auto* const number = value.get_ptr<const json::number_unsigned_t*>();
    if (number == nullptr || *number < smallest) {
        refuse(field,
               "a whole number from " + std::to_string(smallest) + " to " + std::to_string(largest),
               value);
    }
    return number == nullptr ? 0 : *number;
}

double ModelFields::non_negative(const json& value, const std::string& field) {
    const double number = value.is_number() ? value.get<double>() : -1.0;
    if (!(number >= 0.0) || !std::isfinite(number)) {
        refuse(field, "a number from 0", value);
    }
    return number;
}

float ModelFields::real(const json& value, const std::string& row, std::size_t column) {
    // Above the largest float the conversion would be undefined.
    constexpr auto largest_float = static_cast<double>(std::numeric_limits<float>::max());
    const double number = value.is_number() ? value.get<double>() : largest_float * 2;
    if (!(std::abs(number) <= largest_float)) {
        refuse(at(row, column), "a number within float32", value);
        return 0.0F;
    }
    return static_cast<float>(number);
}

bool ModelFields::require_array(const json& value, const std::string& field, std::size_t length) {
    const bool holds = value.is_array() && value.size() == length;
    if (!holds) {
        refuse(field, "an array of " + std::to_string(length) +
                          " is expected (as many as the alphabet), not " + found(value));
    }
    return holds;
}

void ModelFields::require_object(const json& value, const std::string& field) {
    if (!value.is_object()) {
        refuse(field, "an object", value);
    }
}

std::uint64_t ModelFields::digits(const json& value, const std::string& field) {
    const auto* const text = value.get_ptr<const std::string*>();
    std::uint64_t number = 0;
    bool valid = text != nullptr && !text->empty();
    for (std::size_t index = 0; valid && index < text->size(); ++index) {
        const char digit = (*text)[index];
        const auto units = static_cast<std::uint64_t>(digit - '0');
        valid = digit >= '0' && digit <= '9' && number <= (largest - units) / 10;
        number = number * 10 + units;
    }
    if (!valid) {
        refuse(field, "a string of decimal digits, up to \"" + std::to_string(largest) + "\",",
               value);
    }
    return valid ? number : 0;
}

}  // namespace makemore
