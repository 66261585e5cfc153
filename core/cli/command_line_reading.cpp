// The part of the command line that says how a list is read.
#include "command_line_reading.hpp"

#include <functional>

#include "option_values.hpp"

namespace makemore::cli {
namespace {

std::optional<Encoding> encoding_of(const std::string& text) {
    if (text == "utf-8") {
        return Encoding::utf8;
    }
    if (text == "utf-16le") {
        return Encoding::utf16_le;
    }
    if (text == "utf-16be") {
        return Encoding::utf16_be;
    }
    return text == "windows-1252" ? std::optional(Encoding::windows_1252) : std::nullopt;
}

std::optional<char> separator_of(const std::string& text) {
    if (text == "tab" || text == "\\t") {
        return '\t';
    }
    const bool one = text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80;
    return one && text != "\"" && text != "\n" && text != "\r" ? std::optional(text[0])
                                                               : std::nullopt;
}

std::optional<Column> column_of(const std::string& text) {
    if (const auto number = whole_number(text)) {
        const std::size_t column = *number - 1;
        return *number > 0 ? std::optional<Column>(column) : std::nullopt;
    }
    return text.empty() ? std::nullopt : std::optional<Column>(text);
}

template <typename T>
void add(CLI::App& command, ReadingChoices& choices, const std::string& name, const char* type,
         const std::string& help, const std::string& wanted,
         std::optional<T> (*read)(const std::string&), std::function<void(T)> set) {
    command
        .add_option_function<std::string>(
            name,
            [&choices, name, wanted, read, set = std::move(set)](const std::string& text) {
                const auto value = read(text);
                if (!value) {
                    throw CLI::ValidationError(name, wanted + " is expected, not \"" + text + "\"");
                }
                choices.given.push_back(name);
                set(*value);
            },
            help)
        ->type_name(type);
}

CLI::Option* add_flag(CLI::App& command, ReadingChoices& choices, const std::string& name,
                      const std::string& help, const std::function<void()>& set) {
    return command
        .add_flag_callback(
            name,
            [&choices, name, set] {
                choices.given.push_back(name);
                set();
            },
            help)
        ->disable_flag_override();
}

}  // namespace

void add_reading(CLI::App& command, ReadingChoices& choices) {
    add<Encoding>(command, choices, "--encoding", "NAME",
                  "Read the list as utf-8, utf-16le, utf-16be or windows-1252\n"
                  "[UTF-8, or UTF-16 by its byte order mark]",
                  "utf-8, utf-16le, utf-16be or windows-1252", encoding_of,
                  [&choices](Encoding encoding) { choices.encoding = encoding; });
    add<Column>(
        command, choices, "--column", "NAME|N",
        "Read records (CSV): the names are in this column,\nby its header or counted from 1",
        "a column's name, or its number from 1", column_of, [&choices](Column column) {
            choices.records.name_column = std::move(column);
            choices.as_records = true;
        });
    add<Column>(command, choices, "--weight", "NAME|N",
                "Read records: this column says how often a name counts",
                "a column's name, or its number from 1", column_of, [&choices](Column column) {
                    choices.records.weight_column = std::move(column);
                    choices.as_records = true;
                });
    add<char>(command, choices, "--separator", "C",
              "Read records: what stands between columns, a character or\n\"tab\" [guessed]",
              "one ASCII character or \"tab\"", separator_of, [&choices](char separator) {
                  choices.records.separator = separator;
                  choices.as_records = true;
              });
    CLI::Option* const header =
        add_flag(command, choices, "--header",
                 "Read records: the first names the columns [guessed]", [&choices] {
                     choices.records.has_header = true;
                     choices.as_records = true;
                 });
    CLI::Option* const no_header =
        add_flag(command, choices, "--no-header", "Read records: the first is one like the others",
                 [&choices] {
                     choices.records.has_header = false;
                     choices.as_records = true;
                 });
    no_header->excludes(header);
    CLI::Option* const fold =
        add_flag(command, choices, "--fold-case", "Read capitals as small letters",
                 [&choices] { choices.fold_case = true; });
    add_flag(command, choices, "--no-normalise",
             "Leave letters and accents as they are, composed (NFC) or not",
             [&choices] { choices.normalise = false; })
        ->excludes(fold);
    add_flag(command, choices, "--remove-duplicates", "Count every name once",
             [&choices] { choices.remove_duplicates = true; });
}

}  // namespace makemore::cli
