// A file that appears whole or not at all.
#include "output_file.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <random>
#include <system_error>

namespace makemore::cli {
namespace {

namespace fs = std::filesystem;

std::unexpected<Failure> cannot_write(const std::string& path, const std::string& why) {
    return bad_input(path, "cannot be written: " + why);
}

std::string reason_text(int reason) { return std::generic_category().message(reason); }

std::string temporary_name(const std::string& path) {
    std::random_device random;
    return path + "." + std::to_string(random()) + ".part";
}

}  // namespace

std::unexpected<Failure> OutputFile::failure(int reason) const {
    return cannot_write(path_, reason_text(reason));
}

Outcome<OutputFile> OutputFile::create(const std::string& path, const std::string& input) {
    std::error_code ignored;
    if (fs::equivalent(path, input, ignored)) {
        return cannot_write(path, "it is the file that is read");
    }
    const fs::file_status status = fs::status(path, ignored);
    if (fs::is_directory(status)) {
        return cannot_write(path, "it is a directory");
    }
    if (fs::exists(status) && access(path.c_str(), W_OK) != 0) {
        return cannot_write(path, reason_text(errno));
    }
    if (fs::exists(status) && !fs::is_regular_file(status)) {
        Handle device(std::fopen(path.c_str(), "wb"));
        if (!device) {
            return cannot_write(path, reason_text(errno));
        }
        return OutputFile(path, std::move(device));
    }
    // A link stays a link: what it points to is replaced.
    std::string target = path;
    if (fs::is_symlink(fs::symlink_status(path, ignored))) {
        const fs::path resolved = fs::weakly_canonical(path, ignored);
        if (!ignored) {
            target = resolved.string();
        }
    }
    const std::string temporary = temporary_name(target);
    Handle handle(std::fopen(temporary.c_str(), "wbx"));
    if (!handle) {
        return cannot_write(path, reason_text(errno));
    }
    OutputFile file(target, std::move(handle));
    file.temporary_.emplace(temporary);
    if (fs::exists(status)) {
        fs::permissions(temporary, status.permissions(), ignored);
    }
    return file;
}

Outcome<void> OutputFile::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), handle_.get()) != text.size()) {
        return failure(errno);
    }
    return {};
}

Outcome<void> OutputFile::commit() {
    if (std::fclose(handle_.release()) != 0) {
        return failure(errno);
    }
    if (temporary_) {
        std::error_code problem;
        fs::rename(temporary_->path(), path_, problem);
        if (problem) {
            return cannot_write(path_, problem.message());
        }
        temporary_->keep();
    }
    return {};
}

Outcome<void> OutputFile::write_and_commit(std::string_view text) {
    auto written = write(text);
    return written ? commit() : written;
}

Outcome<std::optional<OutputFile>> open_named(const std::string& path, const std::string& input) {
    if (path.empty()) {
        return std::nullopt;
    }
    return OutputFile::create(path, input);
}

}  // namespace makemore::cli
