// JSON text to a value, by nlohmann::json, whose exceptions end here.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "json_text.hpp"

namespace makemore::cli {
namespace {

using nlohmann::json;

struct RepeatedKey {
    std::string key;
};

/// Called by the parser at every event; keeps the keys of each open object.
class KeyWatch {
  public:
    bool operator()(json::parse_event_t event, const json& parsed) {
        if (event == json::parse_event_t::object_start) {
            open_.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            open_.pop_back();
        } else if (event == json::parse_event_t::key) {
            const auto& key = parsed.get_ref<const std::string&>();
            if (!open_.back().insert(key).second) {
                throw RepeatedKey{key};
            }
        }
        return true;
    }

  private:
    std::vector<std::set<std::string>> open_;
};

/// The library's message without its own names and places:
/// "[json.exception.parse_error.101] parse error at line 1, column 2: …".
std::string reason_of(const json::exception& problem) {
    const std::string_view text = problem.what();
    const bool placed = text.find("] parse error at line ") != std::string_view::npos;
    const std::size_t end = text.find(placed ? ": " : "] ");
    return std::string(end == std::string_view::npos ? text : text.substr(end + 2));
}

Error syntax_error(std::string_view text, const json::parse_error& problem) {
    Error error{"this is not JSON: " + reason_of(problem), 1, 1};
    const std::size_t end = std::min<std::size_t>(text.size() + 1, problem.byte);
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
    try {
        KeyWatch watch;
        return json::parse(text, [&watch](int /*depth*/, json::parse_event_t event, json& parsed) {
            return watch(event, parsed);
        });
    } catch (const RepeatedKey& repeated) {
        return std::unexpected(Error{"the key \"" + repeated.key + "\" is there twice"});
    } catch (const json::parse_error& problem) {
        return std::unexpected(syntax_error(text, problem));
    } catch (const json::exception& problem) {
        return std::unexpected(Error{"this is not JSON: " + reason_of(problem)});
    }
}

}  // namespace makemore::cli
