// Half-written files that must not outlive the process, whatever ends it.
#pragma once

#include <cstddef>
#include <string>

namespace makemore::cli {

/// Removes the file at `path` when it is destroyed, and when a signal (Ctrl-C) ends the process.
class TemporaryFile {
  public:
    explicit TemporaryFile(std::string path);
    ~TemporaryFile();
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&&) = delete;

    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    /// The file has got its final name: it stays.
    void keep() noexcept;

  private:
    std::string path_;
    std::size_t slot_;
};

}  // namespace makemore::cli
