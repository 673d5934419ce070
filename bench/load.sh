# shellcheck shell=bash
# What bench/run and bench/storm share: the load generator, and how Telamon's clusters are asked for.

BENCH=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$BENCH")
BUILT=$BENCH/target

say() {
    printf 'bench/%s: %s\n' "${0##*/}" "$*" >&2
}

fail() {
    say "$*"
    exit 1
}

# Makes sure of JAVA_HOME: the launcher sets it, and without it the javac on the PATH tells.
find_java() {
    local javac major
    if [[ -z ${JAVA_HOME:-} ]] && javac=$(command -v javac); then
        JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$javac")")")
    fi
    major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "${JAVA_HOME:-}/release" 2>/dev/null || true)
    ((${major:-0} >= 25)) || fail "needs a JDK of version 25 or newer; set JAVA_HOME to where it is."
    export JAVA_HOME
}

# Compiles the load generator unless that has been done.
build_load() {
    [[ -r /proc/self/stat ]] || fail "reads memory and CPU time from /proc, so it needs Linux."
    find_java
    local sources=("$BENCH"/src/io/telamon/bench/*.java)
    if [[ -d $BUILT/classes && -z $(find "${sources[@]}" -newer "$BUILT/classes") ]]; then return; fi
    mkdir -p "$BUILT/classes"
    "$JAVA_HOME/bin/javac" --release 25 -Xlint:all -Werror -d "$BUILT/classes" "${sources[@]}" ||
        fail "the load generator does not compile; see above."
    touch "$BUILT/classes"
}

# Runs a main class of the load generator.
bench_java() {
    exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -cp "$BUILT/classes" "io.telamon.bench.$1" "${@:2}"
}

FLEX_MEDIA_TYPE=application/vnd.atlas.2024-11-13+json
FLEX_DRAFT='{"name":"%s","providerSettings":{"backingProviderName":"AWS","regionName":"US_EAST_1"}}'

# Makes `target` the options that ask a Telamon for clusters, from the variables that credentials.env lists.
target_telamon() {
    target=(
        --url "$MONGODB_ATLAS_BASE_URL"
        --path "/api/atlas/v2/groups/$MONGODB_ATLAS_PROJECT_ID/flexClusters"
        --accept "$FLEX_MEDIA_TYPE" --draft "$FLEX_DRAFT"
        --client-id "$MONGODB_ATLAS_CLIENT_ID" --secret "$MONGODB_ATLAS_CLIENT_SECRET"
        --public-key "$MONGODB_ATLAS_PUBLIC_API_KEY" --private-key "$MONGODB_ATLAS_PRIVATE_API_KEY"
    )
}

# Exports what a data folder's credentials.env lists.
take_credentials() {
    local line
    while read -r line; do
        if [[ $line == MONGODB_ATLAS_*=* ]]; then export "${line?}"; fi
    done <"$1"
}
