// What tells two answers apart, once what must differ from run to run is left out of both.

const TELLING_HEADERS = ["deprecation", "location", "sunset", "www-authenticate"];
const COUNTS = new Set(["totalCount", "clusterCount"]);
const ADDED_SINCE = new Set([
    "adaptiveCapacity", "customOpensslCipherConfigTls13", "effectiveDatabaseEdition", "effectiveReplicationSpecs", "retainBackups",
]);
const REMOVED_SINCE = new Set(["customOpensslCipherConfigTls13", "diskThroughput", "predictiveEnabled"]);
const SECRETS = new Set(["publicKey", "privateKey", "currentIpv4Address", "inviterUsername"]);

/** How our answer differs from a recorded one, as places and what is there. Recordings without headers are compared by their bodies. */
export function differences(recorded, ours) {
    if (recorded.status !== ours.status) {
        return [{ where: "status", what: `${ours.status}, recorded ${recorded.status}` }];
    }
    const [theirBody, ourBody] = recorded.source?.startsWith("2025")
        ? [withoutForm(recorded.body, REMOVED_SINCE), withoutForm(ours.body, ADDED_SINCE)]
        : [recorded.body, ours.body];
    return [
        ...(recorded.headers ? ofHeaders(recorded.headers, ours.headers) : []),
        ...ofValues(theirBody, ourBody, "body", true),
    ];
}

/** Of a body what recordings of 2025 tell: neither the order of attributes nor decimals nor the attributes that changed since. */
function withoutForm(value, changed) {
    switch (kind(value)) {
        case "array":
            return value.map((each) => withoutForm(each, changed));
        case "object":
            return Object.fromEntries(Object.keys(value).sort().filter((name) => !changed.has(name))
                .map((name) => [name, withoutForm(value[name], changed)]));
        case "decimal":
            return Number(value.decimal);
        default:
            return value;
    }
}

function ofHeaders(recorded, ours) {
    const wanted = new Map(Object.entries(recorded).map(([name, value]) => [name.toLowerCase(), value]));
    const found = [];
    for (const [name, value] of wanted) {
        if (ours[name] === undefined) {
            found.push({ where: `header ${name}`, what: "missing" });
        } else if (ofRun(name, ours[name]) !== ofRun(name, value)) {
            found.push({ where: `header ${name}`, what: `${ours[name]}, recorded ${value}` });
        }
    }
    for (const name of TELLING_HEADERS) {
        if (ours[name] !== undefined && !wanted.has(name)) {
            found.push({ where: `header ${name}`, what: `${ours[name]}, not recorded` });
        }
    }
    return found;
}

/** A header's value without what differs from run to run. */
function ofRun(name, value) {
    switch (name) {
        case "ratelimit-remaining":
            return value.replace(/^\d+$/, "<number>");
        case "www-authenticate":
            return value.replace(/nonce="[A-Za-z0-9+/]{32}"/, 'nonce="<32 of base64>"');
        default:
            return plain(value);
    }
}

/** Compares two JSON values; `exactly` asks for the same content too, not for the same form alone. */
function ofValues(recorded, ours, where, exactly) {
    const [wanted, got] = [kind(recorded), kind(ours)];
    if (wanted !== got) return [{ where, what: `${got}, recorded ${wanted}` }];
    switch (wanted) {
        case "array":
            return ofArrays(recorded, ours, where, exactly);
        case "object":
            return ofObjects(recorded, ours, where, exactly);
        default:
            return ofScalars(recorded, ours, where, exactly);
    }
}

function kind(value) {
    if (value === null || value === undefined) return "nothing";
    if (Array.isArray(value)) return "array";
    if (typeof value === "object") return "decimal" in value ? "decimal" : "object";
    return typeof value;
}

function ofObjects(recorded, ours, where, exactly) {
    const [wanted, got] = [Object.keys(recorded), Object.keys(ours)];
    if (wanted.join() !== got.join()) {
        return [{ where, what: `attributes ${told(got, wanted)}, recorded ${told(wanted, got)}` }];
    }
    return wanted.flatMap((name) => {
        const content = exactly && !COUNTS.has(name) && !SECRETS.has(name);
        return ofValues(recorded[name], ours[name], `${where}.${name}`, content);
    });
}

/** The names that the other side does not have, or all of them when only the order differs. */
function told(names, others) {
    const own = names.filter((name) => !others.includes(name));
    const same = names.length === others.length && own.length === 0;
    return same ? names.join(" ") : `with ${own.join(" ") || "nothing else"}`;
}

/** Results of a list, and what was measured, depend on what else was there: each needs the form of one recorded and no more. */
function ofArrays(recorded, ours, where, exactly) {
    if (!exactly || where === "body.results" || where.endsWith(".dataPoints")) {
        return ours.flatMap((each, index) => {
            const found = recorded.map((one) => ofValues(one, each, `${where}[${index}]`, false));
            return found.find(({ length }) => length === 0) ?? found[0] ?? [];
        });
    }
    if (recorded.length !== ours.length) {
        return [{ where, what: `${ours.length} elements, recorded ${recorded.length}` }];
    }
    return recorded.flatMap((each, index) => ofValues(each, ours[index], `${where}[${index}]`, exactly));
}

function ofScalars(recorded, ours, where, exactly) {
    if (!exactly) return [];
    const [wanted, got] = [recorded, ours].map((value) => plain(value?.decimal ?? value));
    const meant = (where.endsWith(".connectionStrings.standardSrv") && namesThePrimary(recorded, ours)) ||
        (where.endsWith(".connectionStrings.standard") && namesThePorts(recorded, ours));
    return meant || wanted === got ? [] : [{ where, what: `${JSON.stringify(got)}, recorded ${JSON.stringify(wanted)}` }];
}

/** Whether a recorded string names SRV records and ours, as there is no resolver, the port of the primary with the same options. */
function namesThePrimary(recorded, ours) {
    return /^mongodb\+srv:\/\/[a-z0-9.-]+$/.test(recorded) &&
        /^mongodb:\/\/[^,/@]+:\d+\/\?ssl=(true|false)&authSource=admin(&replicaSet=atlas-[a-z0-9]{6}-shard-0)?$/.test(ours);
}

/**
 * Whether a recorded string names as many hosts of the service as ours names ports of this server, with the same options but TLS. Of
 * sharded clusters, whose routers have port 27016, the service names one for each node.
 */
function namesThePorts(recorded, ours) {
    const [wanted, got] = [recorded, ours].map((string) => /^mongodb:\/\/([^/@]+)\/\?ssl=(?:true|false)(&.*)$/.exec(string));
    return Boolean(wanted && got) &&
        (wanted[1].endsWith(":27016") || wanted[1].split(",").length === got[1].split(",").length) &&
        got[1].split(",").every((host) => /^[^:]+:\d+$/.test(host)) &&
        plain(wanted[2]) === plain(got[2]);
}

/** A value without the ids, times, addresses and generated names in it. */
function plain(value) {
    if (typeof value !== "string") return value;
    return value
        .replace(/https?:\/\/(localhost|127\.0\.0\.1|\[::1\]|cloud-(?:dev|qa)\.mongodb\.com)(:\d+)?/g, "<base>")
        .replace(/\b[0-9a-f]{24}\b|\{groupId\}/g, "<id>")
        .replace(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "<time>")
        .replace(/^\d+\.\d+\.\d+$/, "<version>")
        .replace(/\bac-[a-z0-9]{7}-shard/g, "ac-<hash>-shard")
        .replace(/\batlas-[a-z0-9]{6}-shard/g, "atlas-<hash>-shard")
        .replace(/\.[a-z0-9]{5,7}\.[a-z]+[a-z.-]*[a-z]/g, ".<hash>.<domain>")
        .replace(/(-shard-00-0\d\.<hash>\.<domain>):\d+/g, "$1:<port>")
        .replace(/^mongodb:\/\/[^/]+/, (hosts) => hosts.replace(/:\d+(?=,|$)/g, ":<port>"));
}
