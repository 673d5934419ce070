# shellcheck shell=bash
# What the measurements that use drivers share: a Telamon with a cluster and a user, and programs that have the Java driver.

# shellcheck source=bench/load.sh
. "$(dirname "${BASH_SOURCE[0]}")/load.sh"

work=$(mktemp -d)
started=()

# shellcheck disable=SC2317 # the trap calls it
clean_up() {
    local process
    for process in "${started[@]}"; do kill "$process" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Makes sure of what the programs need.
prepare() {
    find_java
    [[ -f $ROOT/server/target/telamon/telamon.jar ]] || fail "needs a Telamon that is built; run ./telamon build first."
    "$ROOT/telamon" mvn -q -B -Dstyle.color=never -f "$BENCH/gateway-src/pom.xml" dependency:build-classpath \
        "-Dmdep.outputFile=$work/classpath" >"$work/maven.log" 2>&1 ||
        { cat "$work/maven.log" >&2 && fail "the driver's libraries cannot be had; see above."; }
    classpath=$(<"$work/classpath")
}

java_program() {
    "$JAVA_HOME/bin/java" -Xmx1g -cp "$classpath" "$BENCH/gateway-src/$1.java" "${@:2}"
}

# The same in the background, until the measurement ends.
start_java() {
    "$JAVA_HOME/bin/java" -Xmx1g -cp "$classpath" "$BENCH/gateway-src/$1.java" "${@:2}" &
    started+=($!)
}

until_there() {
    local try
    for ((try = 0; try < 600; try++)); do
        if "$@" 2>/dev/null; then return; fi
        sleep 0.1
    done
    fail "$* does not come about; see $work."
}

listens() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Calls the API as the variables that credentials.env lists; the arguments are those of curl.
api() {
    curl -sf --digest --user "$MONGODB_ATLAS_PUBLIC_API_KEY:$MONGODB_ATLAS_PRIVATE_API_KEY" \
        ${TELAMON_CA_FILE:+--cacert "$TELAMON_CA_FILE"} \
        -H 'Accept: application/vnd.atlas.2025-03-12+json' -H 'Content-Type: application/json' "$@"
}

# Starts a Telamon NAME with options, and prints the connection string of a cluster without a limit of operations.
telamon() {
    local name=$1 data=$work/$1 base id uri
    shift
    env -u TELAMON_CA_FILE "$ROOT/telamon" serve --port 0 --cluster-ports 0 --pace instant --data-dir "$data" "$@" \
        >"$work/$name.log" 2>&1 &
    echo $! >"$work/$name.pid"
    until_there grep -q 'answers at' "$work/$name.log"
    # shellcheck disable=SC1091
    set -a && . "$data/credentials.env" && set +a
    base=${MONGODB_ATLAS_BASE_URL}api/atlas/v2/groups/$MONGODB_ATLAS_PROJECT_ID
    api -d '[{"ipAddress":"127.0.0.1"}]' "$base/accessList" >/dev/null
    api -d '{"databaseName":"admin","username":"ann","password":"correct-horse",
        "roles":[{"roleName":"readWriteAnyDatabase","databaseName":"admin"}]}' "$base/databaseUsers" >/dev/null
    id=$(api -d "$(printf "$FLEX_DRAFT" bench)" "$base/flexClusters" | sed 's/.*"id":"\([0-9a-f]*\)".*/\1/')
    # Every limit is checked, at a height that the load does not reach.
    api -X PUT -d '{"operationsPerSecond":10000000}' "${MONGODB_ATLAS_BASE_URL}telamon/v1/clusters/$id/limits" >/dev/null
    uri=$(api "$base/flexClusters/bench" | sed 's/.*"standard":"mongodb:\/\/\([^"]*\)".*/mongodb:\/\/ann:correct-horse@\1/')
    echo "$uri"
}
