// What the user names as FILE, read in blocks.
#include "input.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <system_error>
#include <vector>

#include "terminal.hpp"
#include "text.hpp"

namespace makemore::cli {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 18;
/// Far above the largest model that can be (2,001 characters: 4 million counts and weights).
constexpr std::size_t most_model_bytes = std::size_t{1} << 28;

struct CloseUnlessStandard {
    void operator()(std::FILE* stream) const {
        if (stream != stdin) {
            std::fclose(stream);
        }
    }
};
using Stream = std::unique_ptr<std::FILE, CloseUnlessStandard>;

std::string reason_text(int reason) {
    switch (reason) {
        case ENOENT:
            return "there is no such file";
        case EISDIR:
            return "this is a directory; the name of a file is needed";
        case EACCES:
            return "may not be read: permission denied";
        default:
            return "cannot be read: " + std::generic_category().message(reason);
    }
}

/// A file read block by block, with its progress on the screen.
class BlockReader {
  public:
    BlockReader(Stream stream, std::string name, std::uint64_t size)
        : stream_(std::move(stream)), name_(std::move(name)), size_(size), block_(block_size) {}

    /// The next bytes; none at the end.
    Outcome<std::span<const std::uint8_t>> next() {
        const std::size_t length = std::fread(block_.data(), 1, block_.size(), stream_.get());
        if (length < block_.size() && std::ferror(stream_.get()) != 0) {
            return bad_input(name_, reason_text(errno));
        }
        bytes_ += length;
        if (progress_.due()) {
            show_progress();
        }
        return std::span<const std::uint8_t>(block_).first(length);
    }
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    void show_progress() {
        std::string text = "reading " + name_ + ": " + bytes_text(bytes_);
        if (size_ > 0) {
            text += " of " + bytes_text(size_);
        }
        const double rate = static_cast<double>(bytes_) / progress_.seconds();
        text += ", " + bytes_text(static_cast<std::uint64_t>(rate)) + "/s";
        if (size_ > bytes_) {
            const double left = static_cast<double>(size_ - bytes_) / rate;
            text += ", " + counted(static_cast<std::uint64_t>(left) + 1, "second") + " left";
        }
        progress_.show(text);
    }

    Stream stream_;
    std::string name_;
    std::uint64_t size_;
    std::uint64_t bytes_ = 0;
    std::vector<std::uint8_t> block_;
    Progress progress_;
};

Outcome<Stream> open_stream(const std::string& file) {
    if (file == "-") {
        if (is_terminal(stdin)) {
            note("reading names from the terminal, one a line; Ctrl-D ends them");
        }
        return Stream(stdin);
    }
    Stream stream(std::fopen(file.c_str(), "rb"));
    if (!stream) {
        return bad_input(file, reason_text(errno));
    }
    return stream;
}

std::uint64_t size_for_progress(const std::string& file) {
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(file, unknown);
    return unknown ? 0 : size;
}

bool begins_with_brace(std::span<const std::uint8_t> bytes) {
    const bool marked =
        bytes.size() >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF;
    const std::span<const std::uint8_t> text = marked ? bytes.subspan(3) : bytes;
    return !text.empty() && text.front() == '{';
}

Error with_option(Error error, const ReadingChoices& reading) {
    if (error.kind == ErrorKind::not_utf8 && !reading.encoding) {
        error.message += " (--encoding windows-1252)";
    }
    if (error.kind == ErrorKind::no_separator) {
        error.message += " (--separator)";
    }
    return error;
}

Outcome<void> remove_duplicates(Corpus& corpus, const std::string& name) {
    auto counts = distinct_counts(corpus);
    if (!counts) {
        return bad_input(name, counts.error());
    }
    corpus.counts = *std::move(counts);
    return {};
}

void note_records(const Corpus& corpus, const std::string& name) {
    if (const auto& records = corpus.report.records) {
        note(name + ": the lines look like records of " + std::to_string(records->columns) +
             " columns, but each was read as one name; to read only the names in them, add " +
             record_flags(*records));
    }
}

Outcome<Corpus> read_names(BlockReader& reader, std::span<const std::uint8_t> first_block,
                           const ReadingChoices& reading) {
    CorpusReader corpus_reader(reading.options());
    for (std::span<const std::uint8_t> block = first_block; !block.empty();) {
        if (const auto fed = corpus_reader.feed(block); !fed) {
            return bad_input(reader.name(), with_option(fed.error(), reading));
        }
        const auto next = reader.next();
        if (!next) {
            return std::unexpected(next.error());
        }
        block = *next;
    }
    auto corpus = corpus_reader.finish();
    if (!corpus) {
        return bad_input(reader.name(), with_option(corpus.error(), reading));
    }
    note_records(*corpus, reader.name());
    if (reading.remove_duplicates) {
        if (const auto removed = remove_duplicates(*corpus, reader.name()); !removed) {
            return std::unexpected(removed.error());
        }
    }
    return *std::move(corpus);
}

Outcome<ModelFile> read_model(BlockReader& reader, std::span<const std::uint8_t> first_block) {
    std::string text;
    for (std::span<const std::uint8_t> block = first_block; !block.empty();) {
        text.append(block.begin(), block.end());
        if (text.size() > most_model_bytes) {
            return bad_input(reader.name(), "too large for a model file, which holds at most " +
                                                bytes_text(most_model_bytes));
        }
        const auto next = reader.next();
        if (!next) {
            return std::unexpected(next.error());
        }
        block = *next;
    }
    auto model = parse_model_file(text);
    if (!model) {
        return bad_input(reader.name(), model.error());
    }
    return *std::move(model);
}

}  // namespace

std::string display_name(const std::string& file) { return file == "-" ? "standard input" : file; }

Outcome<std::variant<Corpus, ModelFile>> read_input(const std::string& file,
                                                    const ReadingChoices& reading) {
    auto stream = open_stream(file);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    BlockReader reader(*std::move(stream), display_name(file), size_for_progress(file));
    const auto first_block = reader.next();
    if (!first_block) {
        return std::unexpected(first_block.error());
    }
    if (file.ends_with(".json") || begins_with_brace(*first_block)) {
        auto model = read_model(reader, *first_block);
        if (!model) {
            return std::unexpected(model.error());
        }
        return *std::move(model);
    }
    auto corpus = read_names(reader, *first_block, reading);
    if (!corpus) {
        return std::unexpected(corpus.error());
    }
    return *std::move(corpus);
}

Outcome<Corpus> read_list(const std::string& file, const ReadingChoices& reading) {
    auto input = read_input(file, reading);
    if (!input) {
        return std::unexpected(input.error());
    }
    if (auto* const corpus = std::get_if<Corpus>(&*input)) {
        return std::move(*corpus);
    }
    return bad_input(display_name(file), "this is a model file; a list of names is needed here");
}

}  // namespace makemore::cli
