# shellcheck shell=bash
# The three servers: how each is had, started, asked and stopped. At most one of them runs at a time.

EMULATE_VERSION=0.12.2 # npm's latest of that name is another package
WIREMOCK_VERSION=3.13.2
EMULATE=$BUILT/emulate/node_modules/emulate/dist/api.js
WIREMOCK=$BUILT/wiremock/wiremock-standalone-$WIREMOCK_VERSION.jar
SAMPLE=$BUILT/cluster.json

PATIENCE=240 # seconds for a start

server= # the process that runs
port=
seconds= # how long it took to start
target=() # the options that ask it for clusters
exec {pause}<> <(:) # what to read from in order to wait without starting a process

# --- What is needed ---------------------------------------------------------------------------------------------------

need() {
    command -v "$1" >/dev/null || fail "$2 needs $1, which is not on the PATH; --only leaves servers out."
}

provide_telamon() {
    "$ROOT/telamon" --version >/dev/null || fail "Telamon cannot be built; see above."
    [[ -f $ROOT/server/target/telamon/telamon.aot ]] ||
        say "there is no AOT cache, so Telamon starts without one; ./telamon build makes it."
}

provide_emulate() {
    need node emulate
    need npm emulate
    if [[ -f $EMULATE ]]; then return; fi
    say "npm install emulate@$EMULATE_VERSION ..."
    mkdir -p "$BUILT/emulate"
    npm install --prefix "$BUILT/emulate" --no-audit --no-fund --ignore-scripts --loglevel=error \
        "emulate@$EMULATE_VERSION" >&2 || fail "npm could not install emulate."
}

provide_wiremock() {
    if [[ -f $WIREMOCK ]]; then return; fi
    say "fetching WireMock $WIREMOCK_VERSION ..."
    "$ROOT/telamon" mvn -B -q -N -Dstyle.color=never dependency:copy "-DoutputDirectory=$BUILT/wiremock" \
        "-Dartifact=org.wiremock:wiremock-standalone:$WIREMOCK_VERSION" >&2 || fail "Maven could not fetch WireMock."
}

# --- Starting and stopping --------------------------------------------------------------------------------------------

# Succeeds when the port answers a GET of the path with 200. Leaves the answer's lines in `answer`.
answers() {
    local line
    answer=
    {
        printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" "$port" >&3
        while read -r -t 5 line <&3 || [[ $line ]]; do answer+=$line$'\n'; done
    } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$port" || true
    [[ $answer == 'HTTP/1.1 200'* ]]
}

# Makes `port` one that nothing listens on. Nobody can hand it out for good.
find_port() {
    port=$((20000 + RANDOM % 12000))
    while (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((20000 + RANDOM % 12000)); done
}

# Starts a command as the server, whose output goes to a file in the folder `work`, and waits for the first 200 of a path; `seconds` is then how long that took.
start() {
    local path=$1 began=$EPOCHREALTIME
    shift
    "$@" >"$work/server.log" 2>&1 &
    server=$!
    until answers "$path"; do
        if ! kill -0 "$server" 2>/dev/null || ((${EPOCHREALTIME%[.,]*} > ${began%[.,]*} + PATIENCE)); then
            cat "$work/server.log" >&2
            fail "the server did not start; see above."
        fi
        read -r -t 0.005 -u "$pause" || true
    done
    local micros=$((${EPOCHREALTIME/[.,]/} - ${began/[.,]/}))
    seconds=$(printf '%d.%06d' $((micros / 1000000)) $((micros % 1000000)))
}

# Ends the server, gently at first.
stop() {
    if [[ $server ]]; then
        kill "$server" 2>/dev/null || true
        for ((i = 0; i < 1000; i++)); do
            kill -0 "$server" 2>/dev/null || break
            read -r -t 0.01 -u "$pause" || true
        done
        kill -9 "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    server=
}

# --- Telamon ----------------------------------------------------------------------------------------------------------

# Starts Telamon with a data folder, as its launcher does.
start_telamon() {
    find_port
    start /telamon/v1/health/ready "$ROOT/telamon" serve --port "$port" --cluster-limit ignore --data-dir "$1"
    take_credentials "$1/credentials.env"
    target_telamon
}

# The same without the AOT cache. The options are those of the launcher.
start_telamon_plain() {
    find_port
    start /telamon/v1/health/ready "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
        -jar "$ROOT/server/target/telamon/telamon.jar" serve --port "$port" --cluster-limit ignore --data-dir "$1"
}

# --- Its peers --------------------------------------------------------------------------------------------------------

# Starts emulate with so many clusters.
start_emulate() {
    find_port
    start /api/atlas/v2/groups node "$BENCH/peers/emulate.mjs" "$EMULATE" "$port" "$1"
    [[ $answer =~ \"id\":\"([0-9a-f]{24})\" ]] || fail "emulate has no project."
    target=(
        --url "http://127.0.0.1:$port"
        --path "/api/atlas/v2/groups/${BASH_REMATCH[1]}/clusters"
        --accept application/json
        --draft '{"name":"%s","providerSettings":{"providerName":"AWS","instanceSizeName":"M10","regionName":"US_EAST_1"}}'
        --token rotate
    )
}

# A stub that answers a method and a path, a pattern, with a status and what Telamon showed for a cluster.
stub() {
    local body
    body=$(sed 's/\\/\\\\/g; s/"/\\"/g' "$SAMPLE")
    cat <<EOF
{"request": {"method": "$1", "urlPathPattern": "$2"},
 "response": {"status": $3, "headers": {"Content-Type": "$FLEX_MEDIA_TYPE;charset=utf-8"},
  "body": "$body"}}
EOF
}

start_wiremock() {
    local path=/api/atlas/v2/groups/000000000000000000000001/flexClusters
    [[ -s $SAMPLE ]] || fail "WireMock answers what Telamon answered before: measure Telamon first."
    mkdir -p "$work/wiremock/mappings"
    stub GET "$path/c[0-9]{8}" 200 >"$work/wiremock/mappings/get.json"
    stub POST "$path" 201 >"$work/wiremock/mappings/post.json"
    find_port
    start "$path/c00000000" "$JAVA_HOME/bin/java" -Xmx256m -jar "$WIREMOCK" --bind-address 127.0.0.1 --port "$port" \
        --root-dir "$work/wiremock" --no-request-journal --disable-request-logging
    target=(--url "http://127.0.0.1:$port" --path "$path" --accept "$FLEX_MEDIA_TYPE" --draft "$FLEX_DRAFT" --token none)
}
