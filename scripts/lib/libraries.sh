# The libraries that Debian's stable packages do not serve (sourced, bash). Elsewhere CMake downloads them itself.
#  - xsimd, newer than Debian 12's, and nlohmann-json: headers only, which the wasm build must find too, so not in
#    /usr/include: unpacked into .toolchain/xsimd and .toolchain/nlohmann_json;
#  - Catch2: compiled to wasm as well, so its source is wanted: unpacked into .toolchain/catch2-VERSION.

# unpack_packages FOLDER TREE: what the packages in FOLDER would install, as files below TREE.
unpack_packages() {
    local package
    mkdir -p "$2"
    for package in "$1"/*.deb; do
        dpkg-deb --extract "$package" "$2"
    done
}

# fetch_headers NAME PACKAGE=UPSTREAM_VERSION...: unpacks packages into .toolchain/NAME, unless just these are there.
fetch_headers() {
    local name=$1 target="$TOOLCHAIN/$1" partial="$TOOLCHAIN/partial/$1" key=$DONOR_SUITE package
    shift
    for package in "$@"; do key+=" ${package#*=}"; done
    if [ "$(cat "$target/key" 2>/dev/null)" = "$key" ]; then return 0; fi
    donor_open
    say "      $name"
    rm -rf "$partial"
    donor_packages "$partial/download" "$@"
    unpack_packages "$partial/download" "$partial/tree"
    printf '%s\n' "$key" >"$partial/tree/key"
    rm -rf "$target"
    mv "$partial/tree" "$target"
}

# Debian builds xsimd with the (header-only) companion xtl, which its CMake package then asks for.
fetch_xsimd() { fetch_headers xsimd "libxsimd-dev=$XSIMD_VERSION" "xtl-dev=$XTL_VERSION"; }

fetch_nlohmann_json() { fetch_headers nlohmann_json "nlohmann-json3-dev=$NLOHMANN_JSON_VERSION"; }

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

# Debian's own nginx, for the test of hosting/nginx.conf: unpacked, because installed it would start to serve.
fetch_nginx() {
    local target="$TOOLCHAIN/nginx" partial="$TOOLCHAIN/partial/nginx"
    if [ -x "$target/usr/sbin/nginx" ] || [ -z "$(debian_release)" ]; then return 0; fi
    say "      nginx"
    download_packages "$partial/download" nginx nginx-common libnginx-mod-http-brotli-static ||
        die "nginx could not be downloaded"
    unpack_packages "$partial/download" "$partial/tree"
    rm -rf "$target"
    mv "$partial/tree" "$target"
}
