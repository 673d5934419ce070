// Makes one request of an operation.

import { bodyOf } from "./bodies.mjs";
import { encodeText, hostileSegment, hostileText } from "./values.mjs";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "PROPFIND"];
const TYPES = [
    "application/json; charset=utf-8",
    "application/vnd.atlas.2023-01-01+json",
    "application/vnd.atlas.2024-08-05+json;x=y",
    "text/plain",
    "application/xml",
    "multipart/form-data; boundary=x",
    "application/json\t;",
    "*/*",
    "",
    "x".repeat(500),
];
const VERSIONS = ["2023-01-01", "2023-02-01", "2024-08-05", "2025-03-12", "2026-02-01", "2022-01-01", "9999-12-31", "2024-13-45", "latest"];
const QUERY = {
    pageNum: ["1", "2", "2147483647", "0"],
    itemsPerPage: ["1", "100", "500", "501"],
    includeCount: ["true", "false"],
    pretty: ["true", "false"],
    envelope: ["true", "false"],
    name: ["f", "default"],
    projectOwnerId: ["aaaaaaaaaaaaaaaaaaaaaaaa"],
    eventType: ["GROUP_CREATED", "ORG_CREATED", "NONE"],
    excludedEventType: ["GROUP_CREATED"],
    minDate: ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00%2B18:00", "-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z"],
    maxDate: ["2027-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z", "%2B999999999-12-31T23:59:59Z"],
    includeRaw: ["true", "false"],
    clusterNames: ["a", "f-1"],
    username: ["a@example.org"],
    orgMembershipStatus: ["ACTIVE", "PENDING"],
    flattenTeams: ["true"],
    includeOrgUsers: ["true"],
    includeDeletedWithRetainedBackups: ["true"],
    retainBackups: ["false"],
    granularity: ["PT1M", "PT1H", "P1D", "PT0S"],
    enable: ["true", "false"],
};

/** Everything of a request but its credentials. */
export function requestOf(operation, choose, known) {
    const body = /POST|PUT|PATCH/.test(operation.method) || choose.chance(0.02) ? bodyOf(operation, choose, known) : Buffer.alloc(0);
    return {
        method: choose.chance(0.97) ? operation.method : choose.pick(METHODS),
        target: path(operation, choose, known) + query(operation, choose),
        headers: headers(operation, choose, body),
        body,
        chunked: choose.chance(0.03),
    };
}

function path(operation, choose, known) {
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, parameter) =>
        choose.weighted([
            [92, () => encodeText(known.any(parameter))],
            [3, () => choose.hex(24)],
            [2, () => encodeText(known.foreign(parameter) ?? known.any(parameter))],
            [3, () => hostileSegment(choose)],
        ])(),
    );
    if (choose.chance(0.985)) return filled;
    return choose.weighted([
        [1, () => `${filled}/`],
        [1, () => filled.replace("/", "//")],
        [1, () => `${filled}/${hostileSegment(choose)}`],
        [1, () => `${filled};${hostileSegment(choose)}`],
        [1, () => `${filled}#x`],
        [1, () => filled.replaceAll("/", "/./")],
    ])();
}

function query(operation, choose) {
    if (operation.id === "setGroupServerlessPerformanceAdvisorAutoIndexing" && choose.chance(0.8)) return "?enable=true";
    if (choose.chance(0.8)) return "";
    const names = operation.method === "GET" ? Object.keys(QUERY) : ["pretty", "envelope", "enable", "projectOwnerId", "retainBackups"];
    const pairs = Array.from({ length: 1 + choose.int(2) }, () => {
        const name = choose.chance(0.5) ? choose.pick(names) : choose.pick(names.slice(0, 5));
        return choose.weighted([
            [12, () => `${name}=${choose.pick(QUERY[name])}`],
            [2, () => `${name}=${encodeText(hostileText(choose))}`],
            [1, () => `${name}=${hostileSegment(choose)}`],
            [1, () => `${hostileSegment(choose)}=1`],
            [1, () => name],
        ])();
    });
    return `?${pairs.join("&")}`;
}

function headers(operation, choose, body) {
    const newest = operation.versions.at(-1) ?? "2025-03-12";
    const version = choose.chance(0.97) ? newest : choose.pick(VERSIONS);
    const lines = [
        choose.chance(0.99)
            ? `Accept: application/vnd.atlas.${version}+json`
            : `Accept: ${choose.pick(["*/*", "application/json", "", "a,,b;q=x", "\xe9", "x".repeat(3000)])}`,
    ];
    const right = operation.path.startsWith("/api/oauth") ? "application/x-www-form-urlencoded" : "application/json";
    if (body.length || choose.chance(0.1)) lines.push(`Content-Type: ${choose.chance(0.96) ? right : choose.pick(TYPES)}`);
    if (choose.chance(0.01)) lines.push(choose.pick(["Content-Encoding: gzip", "Expect: 100-continue", "X-Odd: \xff\x01", "Accept: text/html"]));
    return lines;
}
