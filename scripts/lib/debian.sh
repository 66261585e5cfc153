# What set-up asks of Debian's apt (sourced, bash). Three uses, kept apart:
#  - installing packages on the system, as root, with the system's own settings;
#  - downloading packages of this release without installing them;
#  - reading another Debian release's archive with an apt state of its own, touching nothing of the system's.

debian_release() {
    (
        # shellcheck source=/dev/null
        [ -r /etc/os-release ] && source /etc/os-release
        if [ "${ID:-}" = debian ] && have apt-get; then printf '%s' "${VERSION_ID:-}"; fi
    )
}

# install_packages PACKAGE...: by apt, as root or by sudo; where neither is possible, says what to run.
install_packages() {
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if have sudo && sudo -n true 2>/dev/null; then
            as_root=(sudo -n)
        else
            say "These packages are missing. Install them, then run this again:"
            say "    sudo apt-get update && sudo apt-get install --no-install-recommends $*"
            exit 1
        fi
    fi
    # A machine whose package lists were never fetched, or are stale, knows none of today's versions.
    say "      refreshing the package lists"
    quietly "$TOOLCHAIN/log/apt-update.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 update || say "      (not all lists could be refreshed; trying all the same)"
    say "      installing: $*"
    # Finishes what an interrupted installation left half done; otherwise does nothing.
    quietly "$TOOLCHAIN/log/dpkg-configure.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive dpkg --configure -a ||
        say "      (dpkg could not finish an earlier installation; trying all the same)"
    quietly "$TOOLCHAIN/log/apt-install.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 install --yes --no-install-recommends "$@" ||
        die "apt could not install these packages"
}

# download_packages FOLDER PACKAGE...: from the system's own sources, by an apt state of its own, which is never stale.
download_packages() {
    local folder=$1 state="$TOOLCHAIN/partial/system-apt"
    local own=(-o Dir::State::Lists="$state/lists" -o Dir::Cache="$state/cache" -o APT::Sandbox::User="$(id -un)"
        -o Acquire::Languages=none -o Acquire::Retries=3)
    shift
    mkdir -p "$folder" "$state/lists/partial" "$state/cache/archives/partial"
    quietly "$TOOLCHAIN/log/download-update.log" apt-get "${own[@]}" update &&
        (cd "$folder" && quietly "$TOOLCHAIN/log/download.log" apt-get "${own[@]}" download "$@")
}

# The mirror this machine uses, asked of apt itself, which reads both formats of its sources.
debian_mirror() {
    local codename
    codename="$(source /etc/os-release && printf '%s' "$VERSION_CODENAME")"
    # shellcheck disable=SC2016  # apt's own placeholders
    apt-get indextargets --no-release-info --format '$(RELEASE) $(COMPONENT) $(REPO_URI)' 'Created-By: Packages' |
        awk -v codename="$codename" '
            $2 == "main" && ($1 == codename || $1 == "stable" || $1 == "oldstable") { print $3; exit }'
}

# donor_apt ARGUMENTS...: apt-get or apt-cache on the donor release's archive, its whole state below DONOR_STATE.
donor_apt() {
    local tool=$1
    shift
    "$tool" \
        -o Dir::State::Lists="$DONOR_STATE/lists" \
        -o Dir::State::status=/dev/null \
        -o Dir::Cache="$DONOR_STATE/cache" \
        -o Dir::Etc::SourceList="$DONOR_STATE/sources.list" \
        -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::Etc::Preferences=/dev/null \
        -o Dir::Etc::PreferencesParts=/dev/null \
        -o APT::Sandbox::User="$(id -un)" \
        -o Acquire::Languages=none \
        -o Acquire::Retries=3 \
        "$@"
}

# donor_open: fetches the donor release's package lists, once.
donor_open() {
    DONOR_STATE="$TOOLCHAIN/partial/apt"
    [ -e "$DONOR_STATE/ready" ] && return 0
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    mirror="$(debian_mirror)"
    [ -n "$mirror" ] || die "no Debian mirror found in this machine's apt sources (deb ... main)"
    mkdir -p "$DONOR_STATE/lists/partial" "$DONOR_STATE/cache/archives/partial"
    # shellcheck disable=SC2153  # DONOR_SUITE comes from versions.env
    printf '%s [signed-by=%s] %s %s main\n' \
        deb "$keyring" "$mirror" "$DONOR_SUITE" \
        deb-src "$keyring" "$mirror" "$DONOR_SUITE" >"$DONOR_STATE/sources.list"
    say "      reading the package lists of Debian $DONOR_SUITE"
    # apt-get update ends with 0 when a list could not be had, unless told otherwise.
    quietly "$TOOLCHAIN/log/donor-update.log" donor_apt apt-get -o APT::Update::Error-Mode=any update ||
        die "could not read Debian $DONOR_SUITE from $mirror (an old debian-archive-keyring package lacks its keys)"
    touch "$DONOR_STATE/ready"
}

# donor_packages FOLDER PACKAGE=UPSTREAM_VERSION...: downloads packages, checking that the archive still has that version.
donor_packages() {
    local folder=$1 item name wanted found
    shift
    local names=()
    for item in "$@"; do
        name=${item%%=*} wanted=${item#*=}
        found="$(donor_apt apt-cache policy "$name" | awk '$1 == "Candidate:" { print $2 }')"
        [[ "$found" =~ ^([0-9]+:)?"$wanted"([-+~].*)?$ ]] ||
            die "Debian $DONOR_SUITE has $name ${found:-(none)}, not $wanted as scripts/versions.env says"
        names+=("$name=$found")
    done
    mkdir -p "$folder"
    (cd "$folder" && quietly "$TOOLCHAIN/log/donor-download.log" donor_apt apt-get download "${names[@]}") ||
        die "the download from Debian $DONOR_SUITE failed; run this again"
}

# donor_source FOLDER PACKAGE: downloads the upstream tarball of a source package.
donor_source() {
    mkdir -p "$1"
    (cd "$1" && quietly "$TOOLCHAIN/log/donor-source.log" donor_apt apt-get source --tar-only --download-only "$2") ||
        die "the download of the source of $2 from Debian $DONOR_SUITE failed; run this again"
}
