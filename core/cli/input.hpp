// What the user names as FILE, read: a list of names, counted, or a model file.
#pragma once

#include <string>
#include <variant>

#include "makemore/corpus_reader.hpp"
#include "makemore/model_file.hpp"
#include "outcome.hpp"
#include "reading.hpp"

namespace makemore::cli {

/// What FILE is called in messages: its name, or "standard input" for "-".
[[nodiscard]] std::string display_name(const std::string& file);

/// Reads a file, or standard input for "-". It is a model file if its name ends in .json or its
/// first character is "{", and a list of names otherwise. Long reads show their progress; a list
/// of lines that look like records gets a note that says how to read them as such.
[[nodiscard]] Outcome<std::variant<Corpus, ModelFile>> read_input(const std::string& file,
                                                                  const ReadingChoices& reading);

/// The same where only a list will do.
[[nodiscard]] Outcome<Corpus> read_list(const std::string& file, const ReadingChoices& reading);

}  // namespace makemore::cli
