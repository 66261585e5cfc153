# makemore_dependency(NAME PIN): makes a library available, by the first of these ways that works:
#  1. find_package, on the system or in .toolchain/;
#  2. its source, where FETCHCONTENT_SOURCE_DIR_<NAME> or .toolchain/<name>-<version> has it;
#  3. a download, checked against the SHA-256 in scripts/versions.env.
# PIN is the prefix of its entries there.

include(FetchContent)

function(makemore_dependency name pin)
  string(TOUPPER "${name}" upper)
  string(TOLOWER "${name}" lower)
  if(NOT FETCHCONTENT_SOURCE_DIR_${upper})
    find_package(${name} ${${pin}_MINIMUM} QUIET GLOBAL)
    if(${name}_FOUND)
      message(STATUS "${name} ${${name}_VERSION}: ${${name}_DIR}")
      return()
    endif()
    set(unpacked "${PROJECT_SOURCE_DIR}/.toolchain/${lower}-${${pin}_VERSION}")
    if(EXISTS "${unpacked}")
      set(FETCHCONTENT_SOURCE_DIR_${upper} "${unpacked}")
    endif()
  endif()

  if(FETCHCONTENT_SOURCE_DIR_${upper})
    message(STATUS "${name}: source in ${FETCHCONTENT_SOURCE_DIR_${upper}}")
    FetchContent_Declare(${name} SYSTEM)
  else()
    makemore_download(${name} ${pin} archive)
    FetchContent_Declare(${name} SYSTEM URL "${archive}" URL_HASH SHA256=${${pin}_SHA256} DOWNLOAD_EXTRACT_TIMESTAMP ON)
  endif()
  FetchContent_MakeAvailable(${name})
  # For what a package ships beside its targets (Catch2's CTest module).
  set(${lower}_SOURCE_DIR "${${lower}_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# Downloads here rather than in FetchContent, whose failure is a page of another build's log.
function(makemore_download name pin result)
  set(archive "${CMAKE_BINARY_DIR}/_downloads/${name}-${${pin}_VERSION}.tar.gz")
  set(${result} "${archive}" PARENT_SCOPE)
  if(EXISTS "${archive}")
    file(SHA256 "${archive}" actual)
    if(actual STREQUAL ${pin}_SHA256)
      return()
    endif()
  endif()
  message(STATUS "${name}: not found here; downloading ${${pin}_URL}")
  file(DOWNLOAD "${${pin}_URL}" "${archive}" STATUS status INACTIVITY_TIMEOUT 30)
  list(GET status 0 code)
  if(code EQUAL 0)
    file(SHA256 "${archive}" actual)
    if(actual STREQUAL ${pin}_SHA256)
      return()
    endif()
    set(reason "what came has the SHA-256 ${actual}, not ${${pin}_SHA256}")
  else()
    list(GET status 1 reason)
  endif()
  file(REMOVE "${archive}")
  message(FATAL_ERROR
    "${name} ${${pin}_MINIMUM} or newer is not installed, and its download failed: ${reason}\n"
    "Run scripts/setup, or install it, or set FETCHCONTENT_SOURCE_DIR_${upper} to its source "
    "(cmake -DFETCHCONTENT_SOURCE_DIR_...).")
endfunction()
