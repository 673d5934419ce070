// Makes what the suites of drivers need, and prints where it is: clusters, users, access lists, by the API alone.
//
//     node setup.mjs >FILE         makes it
//     node setup.mjs remove FILE   deletes it again

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { asKey, call } from "../check/curl.mjs";
import { eventually, named } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";

const VERSION = "2025-03-12";
const PASSWORD = "correct-horse";

/** Clusters whose limits are so low that a suite can reach them. */
const LIMITED = {
    narrow: { databases: 2, collections: 3, databaseNameBytes: 10, namespaceBytes: 30, nestedDepth: 5, pipelineStages: 3 },
    full: { storageBytes: 200_000 },
    crowded: { connections: 8 },
    slow: { operationsPerSecond: 20 },
};

if (process.argv[2] === "remove") {
    await remove(JSON.parse(readFileSync(process.argv[3], "utf8")));
} else {
    console.log(JSON.stringify(await make(), null, 4));
}

async function make() {
    const home = await project("drivers");
    const foreign = await project("strangers");
    await Promise.all([
        user(home, "writer", "readWriteAnyDatabase"),
        user(home, "reader", "readAnyDatabase"),
        user(foreign, "stranger", "readWriteAnyDatabase"),
        post(`/groups/${home}/accessList`, [{ ipAddress: "127.0.0.1", comment: "the suites" }], 201),
        post(`/groups/${foreign}/accessList`, [{ ipAddress: "192.0.2.1" }], 201),
    ]);
    const [open, unlisted, ...limited] = await Promise.all([
        cluster(home, "open"),
        cluster(foreign, "unlisted"),
        ...Object.entries(LIMITED).map(([name, limits]) => cluster(home, name, limits)),
    ]);
    return {
        projects: [home, foreign],
        caFile: process.env.TELAMON_CA_FILE ?? "",
        admin: as(open, "writer"),
        reader: as(open, "reader"),
        wrong: as(open, "writer", "wrong"),
        foreign: as(open, "stranger"),
        unlisted: as(unlisted, "stranger"),
        ...Object.fromEntries(Object.keys(LIMITED).map((name, i) => [name, as(limited[i], "writer")])),
    };
}

async function project(what) {
    return (await post("/groups", { name: named(what), orgId: telamon.orgId }, 201)).id;
}

async function user(groupId, username, roleName) {
    const roles = [{ roleName, databaseName: "admin" }];
    await post(`/groups/${groupId}/databaseUsers`, { databaseName: "admin", username, password: PASSWORD, roles }, 201);
}

/** Makes a cluster and waits until drivers can connect to it. */
async function cluster(groupId, name, limits) {
    const path = `/groups/${groupId}/flexClusters`;
    const providerSettings = { backingProviderName: "AWS", regionName: "US_EAST_1" };
    const { id } = await post(path, { name, providerSettings }, 201);
    if (limits) {
        const answer = await call("PUT", `/telamon/v1/clusters/${id}/limits`, { as: asKey, body: limits });
        assert.equal(answer.status, 200, answer.text);
    }
    return eventually(async () => {
        const { json } = await call("GET", `/api/atlas/v2${path}/${name}`, { as: asKey, version: VERSION });
        assert.equal(json.stateName, "IDLE");
        return json.connectionStrings.standard;
    });
}

async function post(path, body, status) {
    const answer = await call("POST", `/api/atlas/v2${path}`, { as: asKey, version: VERSION, body });
    assert.equal(answer.status, status, answer.text);
    return answer.json;
}

/** The connection string with a user in it and, where there is a CA of Telamon's own, its certificate. */
function as(standard, username, password = PASSWORD) {
    const trust = process.env.TELAMON_CA_FILE ? `&tlsCAFile=${encodeURIComponent(process.env.TELAMON_CA_FILE)}` : "";
    return standard.replace("://", `://${username}:${password}@`) + trust;
}

async function remove({ projects }) {
    for (const id of projects) {
        const path = `/api/atlas/v2/groups/${id}`;
        const { json } = await call("GET", `${path}/flexClusters`, { as: asKey, version: VERSION });
        for (const { name } of json.results) {
            await call("DELETE", `${path}/flexClusters/${name}`, { as: asKey, version: VERSION });
        }
        await eventually(async () => {
            const answer = await call("DELETE", path, { as: asKey, version: VERSION });
            assert.ok(answer.status < 300, answer.text);
        });
    }
}
