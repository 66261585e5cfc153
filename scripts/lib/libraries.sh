# The two libraries that Debian's stable packages do not serve (sourced, bash). Elsewhere CMake downloads them itself.
#  - xsimd: headers only, newer than Debian 12's, and found by the wasm build too: unpacked into .toolchain/xsimd;
#  - Catch2: compiled to wasm as well, so its source is wanted: unpacked into .toolchain/catch2-VERSION.

fetch_xsimd() {
    local target="$TOOLCHAIN/xsimd" partial="$TOOLCHAIN/partial/xsimd" key="$DONOR_SUITE $XSIMD_VERSION $XTL_VERSION"
    if [ "$(cat "$target/key" 2>/dev/null)" = "$key" ]; then return 0; fi
    donor_open
    say "      xsimd $XSIMD_VERSION"
    rm -rf "$partial"
    # Debian builds xsimd with the (header-only) companion xtl, which its CMake package then asks for.
    donor_packages "$partial/download" "libxsimd-dev=$XSIMD_VERSION" "xtl-dev=$XTL_VERSION"
    local package
    for package in "$partial"/download/*.deb; do
        dpkg-deb --extract "$package" "$partial/tree"
    done
    printf '%s\n' "$key" >"$partial/tree/key"
    rm -rf "$target"
    mv "$partial/tree" "$target"
}

fetch_catch2() {
    local target="$TOOLCHAIN/catch2-$CATCH2_VERSION" partial="$TOOLCHAIN/partial/catch2" archive
    if [ -d "$target" ]; then return 0; fi
    donor_open
    say "      Catch2 $CATCH2_VERSION"
    rm -rf "$partial"
    donor_source "$partial/download" catch2
    archive="$(sha256sum "$partial"/download/*.tar.* | awk -v hash="$CATCH2_SHA256" '$1 == hash { print $2; exit }')"
    [ -n "$archive" ] || die "Debian's archive of Catch2 is not the one pinned in scripts/versions.env (SHA-256)"
    mkdir -p "$partial/tree"
    tar -C "$partial/tree" --strip-components=1 -xf "$archive"
    mv "$partial/tree" "$target"
}
