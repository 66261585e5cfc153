# Shared by every script here (sourced, bash): where the project is, and how a script speaks.
# Messages go to standard error, so that a script's standard output stays its result.

PROJECT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
TOOLCHAIN="$PROJECT/.toolchain"

# shellcheck source=../versions.env
source "$PROJECT/scripts/versions.env"

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$(basename "$0"): $*"
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# at_least HAVE WANTED: is version HAVE the same as or newer than WANTED?
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# print_help: the comment block at the top of the running script, which is its manual.
print_help() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"; }

# find_lecture_names: exports MAKEMORE_NAMES, the path of the lecture's list, where it is set or the list is in its
# usual place; false where there is none.
find_lecture_names() {
    local usual="$PROJECT/../shared/data/names.txt"
    if [ -z "${MAKEMORE_NAMES:-}" ]; then
        [ -f "$usual" ] || return 1
        MAKEMORE_NAMES=$usual
    fi
    [ -f "$MAKEMORE_NAMES" ] || die "MAKEMORE_NAMES is set, but there is no such file: $MAKEMORE_NAMES"
    MAKEMORE_NAMES="$(realpath "$MAKEMORE_NAMES")"
    export MAKEMORE_NAMES
}

# quietly LOG COMMAND...: runs a command, its output in LOG; shows the end of LOG only if it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if "$@" >"$log" 2>&1 </dev/null; then
        return 0
    fi
    tail -n 30 "$log" >&2
    say "failed: $*"
    say "(the whole output is in $log)"
    return 1
}
