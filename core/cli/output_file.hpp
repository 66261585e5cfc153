// A file that appears whole or not at all: written beside its place, then renamed.
#pragma once

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "outcome.hpp"
#include "temporary_files.hpp"

namespace makemore::cli {

class OutputFile {
  public:
    /// Opens a temporary file next to `path`, so that a place that cannot be written is refused
    /// before any work is done. A device or a pipe is written directly. `input` is refused: nobody
    /// means to replace the list by the result. (Empty: none is.)
    [[nodiscard]] static Outcome<OutputFile> create(const std::string& path,
                                                    const std::string& input);

    [[nodiscard]] Outcome<void> write(std::string_view text);
    /// Closes the file and gives it its name. Without it, nothing stays.
    [[nodiscard]] Outcome<void> commit();
    /// The whole content at once.
    [[nodiscard]] Outcome<void> write_and_commit(std::string_view text);

  private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    using Handle = std::unique_ptr<std::FILE, Close>;

    OutputFile(std::string path, Handle handle)
        : path_(std::move(path)), handle_(std::move(handle)) {}
    [[nodiscard]] std::unexpected<Failure> failure(int reason) const;

    std::string path_;
    Handle handle_;
    std::optional<TemporaryFile> temporary_;
};

/// The file that an option names, or none where it names none.
[[nodiscard]] Outcome<std::optional<OutputFile>> open_named(const std::string& path,
                                                            const std::string& input);

}  // namespace makemore::cli
