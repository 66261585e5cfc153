# Which Emscripten is used, and how Debian 12 gets one (sourced, bash).
#
# An Emscripten on PATH that is new enough always wins (cmake/Emscripten.cmake decides likewise). Debian 12's is too
# old, so the next release's is unpacked into .toolchain/emscripten: Emscripten itself is Python and JavaScript and runs
# with Debian 12's own LLVM; Binaryen's programs need a newer libc, which is unpacked beside them and used by them alone.

PRIVATE_EMSCRIPTEN="$TOOLCHAIN/emscripten"

# The version of the Emscripten on PATH; nothing if there is none.
emscripten_on_path() {
    if have em++; then
        em++ --version 2>/dev/null </dev/null | sed -nE '1s/^.* ([0-9]+\.[0-9]+\.[0-9]+).*$/\1/p'
    fi
}

# What the private one is made from and where: if any of it changes, it is made anew.
private_emscripten_key() {
    printf '%s\n' "$PRIVATE_EMSCRIPTEN" "$DONOR_SUITE" "emscripten $EMSCRIPTEN_VERSION" "binaryen $BINARYEN_VERSION" \
        "libc $DONOR_LIBC_VERSION" "gcc $DONOR_GCC_VERSION" "llvm $LLVM_MAJOR" "layout 1"
}

have_private_emscripten() {
    [ "$(cat "$PRIVATE_EMSCRIPTEN/key" 2>/dev/null)" = "$(private_emscripten_key)" ]
}

# write_binaryen_wrappers TREE: lets each Binaryen program in TREE run with the libc unpacked beside it.
write_binaryen_wrappers() {
    local tree=$1 libraries loader program
    libraries="$(cd "$tree" && echo usr/lib/*-linux-gnu*)"
    loader="$(cd "$tree" && echo "$libraries"/ld-linux*.so.*)"
    [ -x "$tree/$loader" ] || die "no loader in Debian $DONOR_SUITE's libc ($loader)"
    mkdir -p "$tree/binaryen/bin"
    for program in "$tree"/usr/bin/wasm*; do
        program=${program##*/}
        cat >"$tree/binaryen/bin/$program" <<EOF
#!/bin/sh
tree="\$(dirname "\$0")/../.."
exec "\$tree/$loader" --library-path "\$tree/$libraries" "\$tree/usr/bin/$program" "\$@"
EOF
        chmod +x "$tree/binaryen/bin/$program"
    done
}

write_emscripten_config() {
    local tree=$1 final=$2
    # Emscripten's own scripts are CommonJS; the project's package.json, above them, would make them ES modules.
    printf '%s\n' '{ "type": "commonjs" }' >"$tree/package.json"
    cat >"$tree/usr/share/emscripten/.emscripten" <<EOF
import shutil
LLVM_ROOT = '/usr/bin'
LLVM_ADD_VERSION = '$LLVM_MAJOR'
CLANG_ADD_VERSION = '$LLVM_MAJOR'
BINARYEN_ROOT = '$final/binaryen'
NODE_JS = shutil.which('node')
FROZEN_CACHE = True
EOF
}

# try_emscripten TREE: compiles and runs a program, so that a broken toolchain is found here and not in a later build.
try_emscripten() {
    local tree=$1 trial=$1/trial
    mkdir -p "$trial"
    printf '%s\n' '#include <cstdio>' 'int main() { std::puts("works"); }' >"$trial/trial.cpp"
    quietly "$TOOLCHAIN/log/emscripten-trial.log" \
        "$tree/usr/share/emscripten/em++" -O2 "$trial/trial.cpp" -o "$trial/trial.cjs" ||
        die "the new Emscripten cannot compile"
    [ "$(node "$trial/trial.cjs")" = works ] || die "what the new Emscripten compiles does not run"
    rm -rf "$trial"
}

make_private_emscripten() {
    local partial="$TOOLCHAIN/partial/emscripten" package
    donor_open
    rm -rf "$partial"
    say "      downloading Emscripten $EMSCRIPTEN_VERSION (about 250 MB)"
    donor_packages "$partial/download" "emscripten=$EMSCRIPTEN_VERSION" "binaryen=$BINARYEN_VERSION" \
        "libc6=$DONOR_LIBC_VERSION" "libstdc++6=$DONOR_GCC_VERSION" "libgcc-s1=$DONOR_GCC_VERSION"
    say "      unpacking"
    mkdir -p "$partial/tree"
    for package in "$partial"/download/*.deb; do
        # Left out: variants of the system libraries (1.2 GB) that this project never links, manuals, Emscripten's tests.
        dpkg-deb --fsys-tarfile "$package" | tar -C "$partial/tree" -x \
            --exclude='*/wasm32-emscripten/lto*' --exclude='*/wasm32-emscripten/pic' \
            --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='./usr/share/emscripten/test'
    done
    rm -rf "$partial/download"
    write_binaryen_wrappers "$partial/tree"
    say "      trying it"
    write_emscripten_config "$partial/tree" "$partial/tree"
    try_emscripten "$partial/tree"
    write_emscripten_config "$partial/tree" "$PRIVATE_EMSCRIPTEN"
    private_emscripten_key >"$partial/tree/key"
    rm -rf "$PRIVATE_EMSCRIPTEN"
    mv "$partial/tree" "$PRIVATE_EMSCRIPTEN"
    rm -rf "$partial"
}
