#!/usr/bin/env bash
# Runs clang-tidy over our C++ sources, skipping each file that was found clean before and has not changed since, nor
# any header, nor the settings. Reads how a file is compiled from build/dev, build/wasm (the bridge, and the benchmark's)
# and build/fuzz.

set -euo pipefail
# shellcheck source=common.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
# shellcheck source=build.sh
source "$PROJECT/scripts/lib/build.sh"
cd "$PROJECT"

tidy="clang-tidy-$LLVM_MAJOR"
# GCC's warnings are unknown to clang.
arguments=(--quiet --warnings-as-errors='*' --extra-arg=-Wno-unknown-warning-option)

tidy_one() {
    local file=$1 key clean
    key="$(cat "$file" "$common" | sha256sum | cut -d ' ' -f 1)"
    clean="build/tidy/$key"
    if [ -e "$clean" ]; then return 0; fi
    if [[ "$file" = wasm/* || "$file" = tests/bench/wasm.cpp ]]; then
        local system
        system="$("$(cached wasm MAKEMORE_EMSCRIPTEN_ROOT)/em-config" CACHE)/sysroot"
        "$tidy" "${arguments[@]}" -p build/wasm --extra-arg=--target=wasm32-unknown-emscripten \
            --extra-arg=--sysroot="$system" "$file"
    elif [[ "$file" = tests/fuzz/* ]]; then
        "$tidy" "${arguments[@]}" -p build/fuzz "$file"
    else
        "$tidy" "${arguments[@]}" -p build/dev "$file"
    fi || { printf 'clang-tidy: %s\n' "$file" && return 1; }
    touch "$clean"
}

if [ $# -gt 0 ]; then
    common=$1
    tidy_one "$2"
    exit
fi

mkdir -p build/tidy
common="build/tidy/common"
{
    "$tidy" --version
    printf '%s\n' "${arguments[@]}"
    cat .clang-tidy cmake/Options.cmake
    find core tests wasm -name '*.hpp' -print0 | sort -z | xargs -0 cat
} >"$common"
find core tests wasm -name '*.cpp' -print0 | sort -z |
    xargs -0 -n 1 -P "$(nproc)" "${BASH_SOURCE[0]}" "$common"
