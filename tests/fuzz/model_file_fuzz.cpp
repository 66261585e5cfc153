// Any bytes as a model file: refused with a reason, or read into a model that, written, reads back
// as the same text.
#include <string_view>

#include "fuzz.hpp"
#include "makemore/model_file.hpp"

using namespace makemore;
using makemore::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto model = parse_model_file({reinterpret_cast<const char*>(data), size});
    if (!model) {
        require(!model.error().message.empty(), "a refusal has a reason");
        return 0;
    }
    const std::size_t tokens = model->vocabulary.size();
    require(model->counts.size() == tokens, "the counts have a row for each token");
    require(!model->learned || model->learned->weights.size() == tokens * tokens,
            "the weights have a row for each token");
    const std::string text = model_file_text(*model);
    const auto again = parse_model_file(text);
    require(again.has_value(), "what is written is read");
    require(model_file_text(*again) == text, "and is written as it was");
    return 0;
}
