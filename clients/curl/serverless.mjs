import assert from "node:assert/strict";

import { has, refuses, succeeds } from "../check/answers.mjs";
import { call } from "../check/curl.mjs";
import { check, eventually, named } from "../check/suite.mjs";

const VERSION = "2023-01-01";

/** A new serverless instance. */
export const draft = (name, more) => ({
    name,
    providerSettings: { backingProviderName: "AWS", providerName: "SERVERLESS", regionName: "US_EAST_1" },
    ...more,
});

/** The life of a serverless instance behind which stands a flex cluster. */
export async function serverless(as, project) {
    const name = named("instance");
    const instances = `${project}/serverless`;
    const instance = `${instances}/${name}`;
    const ask = (method, path, body) => call(method, path, { as, version: VERSION, body });
    const idle = () =>
        eventually(async () => assert.equal((await ask("GET", instance)).json.stateName, "IDLE"));
    let created;

    await check("POST serverless answers 201 and announces its end", async () => {
        const answer = await ask("POST", instances, draft(name, {
            serverlessBackupOptions: { serverlessContinuousBackupEnabled: true },
            tags: [{ key: "env", value: "test" }],
        }));
        created = succeeds(answer, 201, VERSION);
        has(created, "connectionStrings", "createDate", "groupId", "id", "links", "mongoDBVersion", "name",
            "providerSettings", "serverlessBackupOptions", "stateName", "tags", "terminationProtectionEnabled");
        assert.equal(created.stateName, "CREATING");
        assert.equal(created.serverlessBackupOptions.serverlessContinuousBackupEnabled, false);
        assert.equal(created.providerSettings.effectiveInstanceSizeName, "FLEX");
        assert.equal(answer.headers.deprecation, "Wed, 10 Dec 2025 00:00:00 GMT");
        assert.equal(answer.headers.sunset, "Thu, 15 Jan 2026 00:00:00 GMT");
    });
    await check("GET serverless/{name} shows it IDLE", async () => {
        await idle();
        const shown = succeeds(await ask("GET", instance), 200, VERSION);
        assert.equal(shown.id, created.id);
        assert.deepEqual(shown.connectionStrings, created.connectionStrings);
    });
    await check("GET flexClusters/{name} shows the same cluster", async () => {
        const answer = await call("GET", `${project}/flexClusters/${name}`, { as, version: "2024-11-13" });
        assert.equal(succeeds(answer, 200, "2024-11-13").id, created.id);
    });
    await check("GET serverless lists it", async () => {
        const list = succeeds(await ask("GET", instances), 200, VERSION);
        has(list, "links", "results", "totalCount");
        assert.deepEqual(list.results.map((result) => result.name), [name]);
    });
    await check("GET and POST serverless/{clusterName}/performanceAdvisor/autoIndexing answer and set a boolean", async () => {
        const indexing = `${instance}/performanceAdvisor/autoIndexing`;
        for (const wanted of [false, true]) {
            assert.equal((await ask("POST", `${indexing}?enable=${wanted}`)).status, 200);
            assert.equal(succeeds(await ask("GET", indexing), 200, VERSION), wanted);
        }
    });
    await check("PATCH serverless/{name} changes its tags", async () => {
        const changed = succeeds(await ask("PATCH", instance, { tags: [{ key: "env", value: "e2e" }] }), 200, VERSION);
        assert.equal(changed.stateName, "UPDATING");
        assert.deepEqual(changed.tags, [{ key: "env", value: "e2e" }]);
        await idle();
    });
    await check("POST serverless refuses a name that is taken", async () => {
        refuses(await ask("POST", instances, draft(name)), 400, "DUPLICATE_CLUSTER_NAME");
    });
    await check("POST serverless refuses a region that is none", async () => {
        const body = draft(named("instance"));
        body.providerSettings.regionName = "MOON_1";
        assert.equal((await ask("POST", instances, body)).status, 400);
    });
    await check("DELETE serverless/{name} answers 202 and an empty object", async () => {
        assert.deepEqual(succeeds(await ask("DELETE", instance), 202, VERSION), {});
        await eventually(async () => assert.equal((await ask("GET", instance)).status, 404));
    });
}
