# What must be on the machine, for which purpose, and what is done about what is missing (sourced, bash).

# One "WHAT PACKAGE" per line: a command, or the path of a file, and the Debian package that brings it.
list_requirements() {
    printf '%s\n' 'g++ g++' 'make make' 'cmake cmake'
    if [ -n "$(debian_release)" ]; then
        # Elsewhere CMake finds the first or downloads it, and wants ICU.
        printf '%s\n' '/usr/include/CLI/CLI.hpp libcli11-dev' \
            '/usr/include/unicode/normalizer2.h libicu-dev' \
            '/usr/share/keyrings/debian-archive-keyring.gpg debian-archive-keyring' \
            '/etc/ssl/certs/ca-certificates.crt ca-certificates'
    fi
    if [ "$1" = native ]; then return 0; fi
    if [ "$(debian_release)" = 12 ] && ! at_least "$(emscripten_on_path)" "$EMSCRIPTEN_MINIMUM"; then
        # The programs that .toolchain/'s Emscripten runs.
        printf '%s\n' "clang-$LLVM_MAJOR clang-$LLVM_MAJOR" "wasm-ld-$LLVM_MAJOR lld-$LLVM_MAJOR" \
            "llvm-ar-$LLVM_MAJOR llvm-$LLVM_MAJOR" 'python3 python3' 'xz xz-utils'
    fi
    if [ "$(debian_release)" = 13 ]; then
        have em++ || printf '%s\n' 'em++ emscripten'
        have node || printf '%s\n' 'node nodejs'
        have npm || printf '%s\n' 'npm npm'
    fi
    if [ "$1" = start ]; then return 0; fi
    printf '%s\n' "clang++-$LLVM_MAJOR clang-$LLVM_MAJOR" "clang-format-$LLVM_MAJOR clang-format-$LLVM_MAJOR" \
        "clang-tidy-$LLVM_MAJOR clang-tidy-$LLVM_MAJOR" "llvm-cov-$LLVM_MAJOR llvm-$LLVM_MAJOR" \
        "/usr/lib/llvm-$LLVM_MAJOR/lib/clang/$LLVM_MAJOR/lib/linux/libclang_rt.fuzzer-$(uname -m).a libclang-rt-$LLVM_MAJOR-dev" \
        'shellcheck shellcheck' 'cppcheck cppcheck' 'doxygen doxygen' 'parallel parallel' 'python3 python3' 'chromium chromium' 'firefox-esr firefox-esr'
}

require_system_packages() {
    local what package missing=() packages=()
    while read -r what package; do
        case $what in
            /*) [ -e "$what" ] && continue ;;
            *) have "$what" && continue ;;
        esac
        missing+=("$what") packages+=("$package")
    done < <(list_requirements "$1")
    if [ ${#missing[@]} -gt 0 ]; then
        case "$(debian_release)" in
            12 | 13) install_packages "${packages[@]}" ;;
            *)
                say "This script installs packages on Debian 12 and 13 only. Missing here, to be installed by you:"
                printf '    %s\n' "${missing[@]}" >&2
                exit 1
                ;;
        esac
    fi
    require_version g++ "$(g++ -dumpfullversion)" "$GCC_MINIMUM"
    require_version cmake "$(cmake --version | awk 'NR == 1 { print $3 }')" "$CMAKE_MINIMUM"
}

require_version() {
    at_least "$2" "$3" || die "$1 is version $2; $3 or newer is needed"
}

require_node() {
    local version='' program
    have node && version="$(node --version)"
    if ! at_least "${version#v}" "$NODE_MINIMUM"; then
        say "Node.js $NODE_MINIMUM or newer is needed, and ${version:-none} is on PATH. Install it from nodejs.org, or with"
        say "a version manager such as nvm or fnm, then run this again. (Debian 12's own is too old; Debian 13's will do.)"
        exit 1
    fi
    for program in npm npx; do
        have "$program" || die "$program is not on PATH; it comes with Node.js (on Debian: the package npm)"
    done
}

# install_npm_packages FOLDER: its node_modules is current if it was made from this very package-lock.json, to its end.
install_npm_packages() {
    local stamp="$1/node_modules/.made-from" lock
    lock="$(cat "$1/package.json" "$1/package-lock.json" | sha256sum | cut -d ' ' -f 1)"
    if [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ]; then return 0; fi
    say "      npm ci in $(basename "$1")"
    (cd "$1" && quietly "$TOOLCHAIN/log/npm-ci-$(basename "$1").log" npm ci --no-progress) || die "npm ci failed"
    printf '%s\n' "$lock" >"$stamp"
}

require_emscripten() {
    local version
    version="$(emscripten_on_path)"
    if at_least "$version" "$EMSCRIPTEN_MINIMUM"; then
        say "      $version, from PATH"
        return 0
    fi
    case "$(debian_release)" in
        12) if ! have_private_emscripten; then make_private_emscripten; fi ;;
        *)
            say "Emscripten $EMSCRIPTEN_MINIMUM or newer is needed, and ${version:-none} is on PATH. With the emsdk:"
            say "    ./emsdk install $EMSCRIPTEN_VERSION && ./emsdk activate $EMSCRIPTEN_VERSION && source ./emsdk_env.sh"
            say "then run this again."
            exit 1
            ;;
    esac
}
