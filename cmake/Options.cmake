# makemore::options: what every target of ours is compiled with, and nothing of anybody else's.

add_library(makemore_options INTERFACE)
add_library(makemore::options ALIAS makemore_options)

target_compile_features(makemore_options INTERFACE cxx_std_23)
# A fused multiply-add rounds once where two operations round twice: the same source would then train other weights on
# a machine that has it (see "Numbers that hold everywhere" in ARCHITECTURE.md).
target_compile_options(makemore_options INTERFACE -ffp-contract=off)

# On in every preset but release: whoever only wants the command has a compiler whose warnings we have not seen.
if(MAKEMORE_STRICT)
  target_compile_options(makemore_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wcast-qual
    -Wnon-virtual-dtor -Woverloaded-virtual -Wdouble-promotion -Wimplicit-fallthrough -Wformat=2 -Wundef
    $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wlogical-op -Wuseless-cast>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlapping copies inside std::string where there are none (GCC bug 105651).
    target_compile_options(makemore_options INTERFACE -Wno-restrict)
  endif()
endif()

if(MAKEMORE_SANITIZE)
  set(flags -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(makemore_options INTERFACE ${flags})
  target_link_options(makemore_options INTERFACE ${flags})
endif()

if(MAKEMORE_FUZZ)
  # Every branch of the core reports where it went.
  target_compile_options(makemore_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(makemore_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(MAKEMORE_COVERAGE)
  set(flags -fprofile-instr-generate -fcoverage-mapping)
  target_compile_options(makemore_options INTERFACE ${flags})
  target_link_options(makemore_options INTERFACE ${flags})
endif()
