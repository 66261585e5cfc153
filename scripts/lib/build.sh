# Building, incrementally, for scripts/start, scripts/test and scripts/check (sourced, bash).

BUILD_LOGS="$PROJECT/build/log"
export CMAKE_BUILD_PARALLEL_LEVEL="${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc 2>/dev/null || echo 2)}"

# cached PRESET VARIABLE: what a configured build holds.
cached() { sed -n "s/^$2:[A-Z]*=//p" "$PROJECT/build/$1/CMakeCache.txt"; }

# configure PRESET: once; later, the build itself sees what changed. Anew if its compiler has gone away.
configure() {
    local done_mark="$PROJECT/build/$1/makemore.configured" compiler
    if [ -e "$done_mark" ]; then
        for compiler in "$(cached "$1" CMAKE_CXX_COMPILER)" "$(cached "$1" MAKEMORE_EMSCRIPTEN_ROOT)"; do
            if [ -n "$compiler" ] && [ ! -e "$compiler" ] && ! have "$compiler"; then rm -f "$done_mark"; fi
        done
    fi
    if [ -e "$done_mark" ]; then return 0; fi
    (cd "$PROJECT" && quietly "$BUILD_LOGS/configure-$1.log" cmake --fresh --preset "$1") || return 1
    touch "$done_mark"
}

# build_preset PRESET [TARGET]
build_preset() {
    configure "$1" || return 1
    (cd "$PROJECT" && quietly "$BUILD_LOGS/build-$1.log" cmake --build --preset "$1" ${2:+--target "$2"})
}

# list_files PATH...: what the files below look like: name, size, time.
list_files() { (cd "$PROJECT" && find "$@" -type f -printf '%p %s %T@\n' 2>/dev/null | sort); }

list_page_sources() {
    list_files index.html web package-lock.json vite.config.ts tsconfig.json scripts/compress.mjs \
        build/wasm/makemore.js build/wasm/makemore.wasm build/wasm/makemore.deferred.wasm
}

# build_page: the wasm module, then dist/, unless neither their sources nor dist/ changed since the last time.
build_page() {
    build_preset wasm makemore_wasm || return 1
    local stamp="$PROJECT/build/page.made-from" sources
    sources="$(list_page_sources)"
    if [ "$(cat "$stamp" 2>/dev/null)" = "$sources"$'\n'"$(list_files dist)" ]; then return 0; fi
    rm -f "$stamp"
    (
        cd "$PROJECT" || exit 1
        quietly "$BUILD_LOGS/page.log" npx vite build &&
            quietly "$BUILD_LOGS/compress.log" node scripts/compress.mjs dist
    ) || return 1
    printf '%s\n' "$sources" "$(list_files dist)" >"$stamp"
}
