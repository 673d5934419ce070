// The operations of the server: those of the API as docs/compatibility.md lists them, which a test writes from the declarations
// that the server routes by, and the others.

import { readFileSync } from "node:fs";

const PAGE = new URL("../../docs/compatibility.md", import.meta.url);
const CATALOGUE = new URL("../../control/src/main/resources/io/telamon/control/api/operations.tsv", import.meta.url);
const ROW = /^\| `(\w+)` \| ([A-Z]+) \| `([^`]+)` \| ([^|]+) \| (served|not yet served) \|$/;

const DATED = "/api/atlas/v2";
const FIRST = { base: "/api/atlas/v1.0", date: "2023-01-01" };
const BASES = { private: "/api", telamon: "/telamon/v1" };

/** What the catalogue has besides, all of it served. */
const OTHERS = readFileSync(CATALOGUE, "utf8")
    .split("\n")
    .map((line) => line.split("\t"))
    .filter(([, api]) => api in BASES)
    .map(([id, api, method, path]) => [id, method, BASES[api] + (path === "/" ? "" : path)]);

/** Version 1.0 has the operations with which the dated versions began. */
function inFirstVersion(operation) {
    return operation.versions[0] === FIRST.date
        ? [{ ...operation, path: operation.path.replace(DATED, FIRST.base), versions: [] }]
        : [];
}

/** All operations: `id`, `method`, the whole `path`, the dates of its `versions`, and whether it is `served`. */
export const operations = readFileSync(PAGE, "utf8")
    .split("\n")
    .map((line) => ROW.exec(line))
    .filter(Boolean)
    .map(([, id, method, path, versions, state]) => ({
        id,
        method,
        path: `${DATED}${path === "/" ? "" : path}`,
        versions: versions.match(/(?<!until )\d{4}-\d{2}-\d{2}/g) ?? [],
        served: state === "served",
    }))
    .flatMap((operation) => [operation, ...inFirstVersion(operation)])
    .concat(OTHERS.map(([id, method, path]) => ({ id, method, path, versions: [], served: true })));
