# The toolchain file of the wasm build. Takes the Emscripten on PATH if it is new enough, otherwise the one that
# scripts/setup put into .toolchain/, and hands over to that Emscripten's own toolchain file.

include("${CMAKE_CURRENT_LIST_DIR}/Versions.cmake")
get_filename_component(_toolchain "${CMAKE_CURRENT_LIST_DIR}/../.toolchain" ABSOLUTE)

# CMake reads this file again for every compiler check; the environment carries the answer from the first time.
if(NOT DEFINED ENV{MAKEMORE_EMSCRIPTEN_ROOT})
  set(_root "")
  find_program(_em_config em-config NO_CMAKE_FIND_ROOT_PATH NO_CACHE)
  if(_em_config)
    execute_process(COMMAND "${_em_config}" EMSCRIPTEN_ROOT
      OUTPUT_VARIABLE _root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
  set(_version 0)
  if(_root AND EXISTS "${_root}/emscripten-version.txt")
    file(READ "${_root}/emscripten-version.txt" _version)
    string(REGEX MATCH "[0-9]+\\.[0-9]+\\.[0-9]+" _version "${_version}")
  endif()
  if(_version VERSION_LESS EMSCRIPTEN_MINIMUM)
    set(_root "${_toolchain}/emscripten/usr/share/emscripten")
  endif()
  if(NOT EXISTS "${_root}/cmake/Modules/Platform/Emscripten.cmake")
    message(FATAL_ERROR "Emscripten ${EMSCRIPTEN_MINIMUM} or newer is neither on PATH nor in .toolchain/. Run scripts/setup.")
  endif()
  set(ENV{MAKEMORE_EMSCRIPTEN_ROOT} "${_root}")
endif()

set(MAKEMORE_EMSCRIPTEN_ROOT "$ENV{MAKEMORE_EMSCRIPTEN_ROOT}" CACHE INTERNAL "The Emscripten in use")

include("${MAKEMORE_EMSCRIPTEN_ROOT}/cmake/Modules/Platform/Emscripten.cmake")

# Emscripten confines find_package to its own system root; the headers in .toolchain/ are meant for wasm too.
list(APPEND CMAKE_FIND_ROOT_PATH "${_toolchain}")
