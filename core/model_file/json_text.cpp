// JSON text to a value, by nlohmann::json without its exceptions.
#include "json_text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace makemore {
namespace {

using nlohmann::json;

/// Called by the parser at every event; keeps the keys of each open object.
class KeyWatch {
  public:
    void hear(json::parse_event_t event, const json& parsed) {
        if (event == json::parse_event_t::object_start) {
            open_.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            open_.pop_back();
        } else if (event == json::parse_event_t::key) {
            const auto& key = *parsed.get_ptr<const std::string*>();
            if (!open_.back().insert(key).second && !repeated_) {
                repeated_ = key;
            }
        }
    }
    [[nodiscard]] const std::optional<std::string>& repeated() const { return repeated_; }

  private:
    std::vector<std::set<std::string>> open_;
    std::optional<std::string> repeated_;
};

/// Builds nothing; learns why a text is not JSON.
class Complaint : public nlohmann::json_sax<json> {
  public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return true; }
    bool key(string_t& /*value*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*elements*/) override { return true; }
    bool end_array() override { return true; }

    bool parse_error(std::size_t position, const std::string& /*last_token*/,
                     const nlohmann::detail::exception& problem) override {
        // "[json.exception.parse_error.101] parse error at line 1, column 2: …": the library's own
        // names and places go.
        const std::string_view said = problem.what();
        placed = said.find("] parse error at line ") != std::string_view::npos;
        const std::size_t end = said.find(placed ? ": " : "] ");
        reason = end == std::string_view::npos ? said : said.substr(end + 2);
        byte = position;
        return false;
    }

    std::string reason;
    std::size_t byte = 0;
    bool placed = false;
};

Error syntax_error(std::string_view text) {
    Complaint complaint;
    json::sax_parse(text, &complaint);
    Error error{.message = "this is not JSON: " + complaint.reason};
    if (!complaint.placed) {
        return error;
    }
    error.line = 1;
    error.column = 1;
    const std::size_t end = std::min<std::size_t>(text.size() + 1, complaint.byte);
    for (std::size_t index = 0; index + 1 < end; ++index) {
        if (text[index] == '\n') {
            ++error.line;
            error.column = 1;
        } else if ((static_cast<unsigned char>(text[index]) & 0xC0U) != 0x80U) {
            ++error.column;
        }
    }
    return error;
}

}  // namespace

Result<json> parse_json(std::string_view text) {
    KeyWatch watch;
    json parsed = json::parse(
        text,
        [&watch](int /*depth*/, json::parse_event_t event, const json& value) {
            watch.hear(event, value);
            return !watch.repeated();
        },
        false);
    if (watch.repeated()) {
        return std::unexpected(
            Error{.message = "the key \"" + *watch.repeated() + "\" is there twice"});
    }
    if (parsed.is_discarded()) {
        return std::unexpected(syntax_error(text));
    }
    return parsed;
}

}  // namespace makemore
