// The operations of the server: those of the API as docs/compatibility.md lists them, which a test writes from the declarations
// that the server routes by, and the others.

import { readFileSync } from "node:fs";

const PAGE = new URL("../../docs/compatibility.md", import.meta.url);
const ROW = /^\| `(\w+)` \| ([A-Z]+) \| `([^`]+)` \| ([^|]+) \| (served|not yet served) \|$/;

const OTHERS = [
    ["createAccessToken", "POST", "/api/oauth/token"],
    ["revokeAccessToken", "POST", "/api/oauth/revoke"],
    ["getHealth", "GET", "/telamon/v1/health/live"],
    ["getReadiness", "GET", "/telamon/v1/health/ready"],
    ["getMetrics", "GET", "/telamon/v1/metrics"],
    ["getCalendar", "GET", "/telamon/v1/calendar"],
    ["setCalendar", "PUT", "/telamon/v1/calendar"],
    ["migrateServerlessInstances", "POST", "/telamon/v1/calendar/migrations"],
    ["listFaults", "GET", "/telamon/v1/faults"],
    ["createFault", "POST", "/telamon/v1/faults"],
    ["deleteFaults", "DELETE", "/telamon/v1/faults"],
    ["deleteFault", "DELETE", "/telamon/v1/faults/{faultId}"],
    ["listHeldTransitions", "GET", "/telamon/v1/transitions"],
    ["releaseTransitions", "POST", "/telamon/v1/transitions:release"],
    ["getClusterMetrics", "GET", "/telamon/v1/clusters/{clusterId}/metrics"],
    ["listClusterMetrics", "GET", "/telamon/v1/clusters/{clusterId}/metrics/history"],
    ["getClusterLimits", "GET", "/telamon/v1/clusters/{clusterId}/limits"],
    ["setClusterLimits", "PUT", "/telamon/v1/clusters/{clusterId}/limits"],
    ["sendTelemetry", "POST", "/api/private/v1.0/telemetry/events"],
    ["getOldRoot", "GET", "/api/atlas/v1.0"],
];

/** All operations: `id`, `method`, the whole `path`, the dates of its `versions`, and whether it is `served`. */
export const operations = readFileSync(PAGE, "utf8")
    .split("\n")
    .map((line) => ROW.exec(line))
    .filter(Boolean)
    .map(([, id, method, path, versions, state]) => ({
        id,
        method,
        path: `/api/atlas/v2${path === "/" ? "" : path}`,
        versions: versions.match(/(?<!until )\d{4}-\d{2}-\d{2}/g) ?? [],
        served: state === "served",
    }))
    .concat(OTHERS.map(([id, method, path]) => ({ id, method, path, versions: [], served: true })));
