#include "impossible_request.hpp"

#include <cassert>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "makemore/rule_graph.hpp"

namespace makemore {

namespace {

constexpr std::string_view smoothing_helps = "; smoothing would allow it";

// The nodes that are one letter on.
std::vector<bool> one_letter_on(const ProbabilityTable& table, const RuleGraph& graph,
                                const std::vector<bool>& here) {
    std::vector<bool> next(graph.nodes.size());
    for (RuleGraph::Index node = 0; node < graph.nodes.size(); ++node) {
        if (!here[node]) {
            continue;
        }
        const auto row = table.row(graph.nodes[node].context);
        const auto targets = graph.targets(node);
        for (Token letter = 1; letter < row.size(); ++letter) {
            if (row[letter] > 0.0 && targets[letter] != RuleGraph::none) {
                next[targets[letter]] = true;
            }
        }
    }
    return next;
}

// Follows, length by length, the nodes that a name can be at.
bool is_possible(const ProbabilityTable& table, const Rules& rules) {
    const auto graph = RuleGraph::make(table, rules);
    if (!graph) {
        return true;  // larger than the rules it is a part of: cannot be
    }
    if (graph->nodes.empty()) {
        return false;
    }
    std::vector<bool> here(graph->nodes.size());
    here.front() = true;
    // Without a maximum, every node can still end.
    const std::size_t longest = rules.max_length.value_or(rules.min_length);
    for (std::size_t length = 0; length <= longest; ++length) {
        for (RuleGraph::Index node = 0; length >= rules.min_length && node < here.size(); ++node) {
            const bool ends =
                table.row(graph->nodes[node].context)[boundary] > 0.0 && graph->state(node).may_end;
            if (here[node] && (ends || !rules.max_length)) {
                return true;
            }
        }
        here = one_letter_on(table, *graph, here);
    }
    return false;
}

enum class Kind { starts, ends, contains, lacks, shortest, longest };

struct Rule {
    Kind kind;
    std::vector<Token> string;
    std::size_t length = 0;
};

std::vector<Rule> one_by_one(const Rules& rules) {
    std::vector<Rule> list;
    const auto add = [&](Kind kind, const std::vector<Token>& string) {
        if (!string.empty()) {
            list.push_back({.kind = kind, .string = string});
        }
    };
    add(Kind::starts, rules.starts_with);
    add(Kind::ends, rules.ends_with);
    for (const auto& string : rules.contains) {
        add(Kind::contains, string);
    }
    for (const auto& string : rules.not_contains) {
        add(Kind::lacks, string);
    }
    if (rules.min_length > 0) {
        list.push_back({.kind = Kind::shortest, .string = {}, .length = rules.min_length});
    }
    if (rules.max_length) {
        list.push_back({.kind = Kind::longest, .string = {}, .length = *rules.max_length});
    }
    return list;
}

Rules together(const std::vector<Rule>& list) {
    Rules rules;
    for (const auto& [kind, string, length] : list) {
        switch (kind) {
            case Kind::starts:
                rules.starts_with = string;
                break;
            case Kind::ends:
                rules.ends_with = string;
                break;
            case Kind::contains:
                rules.contains.push_back(string);
                break;
            case Kind::lacks:
                rules.not_contains.push_back(string);
                break;
            case Kind::shortest:
                rules.min_length = length;
                break;
            case Kind::longest:
                rules.max_length = length;
                break;
        }
    }
    return rules;
}

// The fewest, in that none can be left out. One rule that is impossible alone is found first.
std::vector<Rule> excluding_each_other(const ProbabilityTable& table, std::vector<Rule> list) {
    for (const Rule& rule : list) {
        if (!is_possible(table, together({rule}))) {
            return {rule};
        }
    }
    for (std::size_t i = 0; i < list.size();) {
        auto fewer = list;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (is_possible(table, together(fewer))) {
            ++i;
        } else {
            list = std::move(fewer);
        }
    }
    return list;
}

// What such a rule wants a name to do.
std::string verb(Kind kind) {
    switch (kind) {
        case Kind::starts:
            return "start with ";
        case Kind::ends:
            return "end with ";
        default:
            return "contain ";
    }
}

class Explanation {
  public:
    Explanation(const ProbabilityTable& table, const Vocabulary& vocabulary,
                std::vector<Rule> rules)
        : table_(table), vocabulary_(vocabulary), rules_(std::move(rules)) {}

    [[nodiscard]] std::string sentence() const {
        if (rules_.empty()) {
            return "no name ever ends under this model, so there is none to give";
        }
        const bool by_length_only = strings().empty();
        if (rules_.size() == 1 && !by_length_only) {
            return about_one(rules_.front());
        }
        const std::string lengths = length_words();
        if (by_length_only) {
            return "no name " + lengths + smoothing();
        }
        if (!lengths.empty()) {
            return "no name that " + listed(" and ") + " " + lengths + smoothing();
        }
        return "these rules exclude each other: " + listed(", ") + smoothing();
    }

  private:
    [[nodiscard]] std::string quoted(const Rule& rule) const {
        return "'" + vocabulary_.decode(rule.string) + "'";
    }
    [[nodiscard]] std::string letter(Token token) const { return vocabulary_.label(token); }

    [[nodiscard]] std::vector<const Rule*> strings() const {
        std::vector<const Rule*> found;
        for (const Rule& rule : rules_) {
            if (!rule.string.empty()) {
                found.push_back(&rule);
            }
        }
        return found;
    }

    // The string rules in words: "starts with 'a' and ends with 'b'".
    [[nodiscard]] std::string listed(std::string_view separator) const {
        std::string text;
        for (const Rule* rule : strings()) {
            if (!text.empty()) {
                text += separator;
            }
            switch (rule->kind) {
                case Kind::starts:
                    text += "starts with ";
                    break;
                case Kind::ends:
                    text += "ends with ";
                    break;
                case Kind::contains:
                    text += "contains ";
                    break;
                default:
                    text += "does not contain ";
                    break;
            }
            text += quoted(*rule);
        }
        return text;
    }

    // The rules of length in words: "has 3 to 4 letters"; nothing if there is none.
    [[nodiscard]] std::string length_words() const {
        std::optional<std::size_t> shortest;
        std::optional<std::size_t> longest;
        for (const Rule& rule : rules_) {
            if (rule.kind == Kind::shortest) {
                shortest = rule.length;
            } else if (rule.kind == Kind::longest) {
                longest = rule.length;
            }
        }
        const auto letters = [](std::size_t count) {
            return std::to_string(count) + (count == 1 ? " letter" : " letters");
        };
        if (shortest && longest) {
            if (*shortest > *longest) {
                return "can have at least " + letters(*shortest) + " and at most " +
                       std::to_string(*longest);
            }
            return shortest == longest
                       ? "has exactly " + letters(*shortest)
                       : "has " + std::to_string(*shortest) + " to " + letters(*longest);
        }
        if (shortest) {
            return "has at least " + letters(*shortest);
        }
        return longest ? "has at most " + letters(*longest) : "";
    }

    // Whether the rules are only at odds with probabilities of 0.
    [[nodiscard]] std::string smoothing() const {
        return is_possible(uniform_model(table_.columns()), together(rules_))
                   ? std::string(smoothing_helps)
                   : "";
    }

    [[nodiscard]] std::string about_one(const Rule& rule) const {
        if (rule.kind == Kind::lacks) {
            return "every name contains " + quoted(rule) + smoothing();
        }
        const auto& string = rule.string;
        const std::string claim = "no name can " + verb(rule.kind) + quoted(rule) + ": ";
        if (rule.kind == Kind::starts && table_.row(boundary)[string.front()] == 0.0) {
            return claim + letter(string.front()) + " never starts a name in this list" +
                   smoothing();
        }
        for (std::size_t i = 1; i < string.size(); ++i) {
            if (table_.row(string[i - 1])[string[i]] == 0.0) {
                return claim + letter(string[i]) + " never follows " + letter(string[i - 1]) +
                       " in this list" + smoothing();
            }
        }
        if (rule.kind == Kind::ends && table_.row(string.back())[boundary] == 0.0) {
            return claim + letter(string.back()) + " never ends a name in this list" + smoothing();
        }
        return claim + "no way leads there from the start of a name and on to its end" +
               smoothing();
    }

    const ProbabilityTable& table_;
    const Vocabulary& vocabulary_;
    std::vector<Rule> rules_;
};

}  // namespace

Error impossible_request(const ProbabilityTable& table, const Rules& rules,
                         const Vocabulary& vocabulary) {
    assert(!is_possible(table, rules));
    auto reasons = excluding_each_other(table, one_by_one(rules));
    return {.message = Explanation(table, vocabulary, std::move(reasons)).sentence()};
}

}  // namespace makemore
