// The types that cross the bridge by value, in place of Embind's own list: the glue holds what
// handles a type only where one is registered, and the other strings are a tenth of it.
#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <emscripten/wire.h>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <typeinfo>

using emscripten::memory_view;
using emscripten::val;
using emscripten::internal::InitFunc;
using emscripten::internal::TypeID;

// Embind's, which are linked only where nothing else has these names.
extern "C" {
// Bindings are registered as they are constructed: there are no other threads.
void _embind_register_bindings(InitFunc* /*bindings*/) {}
void _embind_initialize_bindings() {}

// For messages of a type that was not registered. The caller frees it.
// NOLINTNEXTLINE(bugprone-reserved-identifier): Embind's name
const char* __getTypeName(const std::type_info* /*type*/) {
    return static_cast<char*>(std::calloc(1, 1));
}
}

namespace {

template <typename Integer>
void register_integer(const char* name) {
    emscripten::internal::_embind_register_integer(TypeID<Integer>::get(), name, sizeof(Integer),
                                                   std::numeric_limits<Integer>::min(),
                                                   std::numeric_limits<Integer>::max());
}

}  // namespace

EMSCRIPTEN_BINDINGS(builtin_types) {
    using namespace emscripten::internal;

    _embind_register_void(TypeID<void>::get(), "void");
    _embind_register_bool(TypeID<bool>::get(), "bool", true, false);
    register_integer<int>("int");
    register_integer<unsigned>("unsigned int");
    register_integer<unsigned long>("unsigned long");
    _embind_register_float(TypeID<float>::get(), "float", sizeof(float));
    _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
    _embind_register_std_string(TypeID<std::string>::get(), "std::string");
    _embind_register_emval(TypeID<val>::get());
    // The numbers are embind.js's.
    _embind_register_memory_view(TypeID<memory_view<std::uint8_t>>::get(), 1, "Uint8Array");
    _embind_register_memory_view(TypeID<memory_view<float>>::get(), 6, "Float32Array");
    _embind_register_memory_view(TypeID<memory_view<double>>::get(), 7, "Float64Array");
}
