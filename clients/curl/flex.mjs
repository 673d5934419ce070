import assert from "node:assert/strict";

import { has, refuses, succeeds } from "../check/answers.mjs";
import { call } from "../check/curl.mjs";
import { check, eventually, named } from "../check/suite.mjs";

const VERSION = "2024-11-13";

/** The life of a flex cluster: every operation of the family, and what each refuses. */
export async function flex(as, project) {
    const name = named("flex");
    const clusters = `${project}/flexClusters`;
    const cluster = `${clusters}/${name}`;
    const draft = { name, providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };
    const ask = (method, path, body, headers) => call(method, path, { as, version: VERSION, body, headers });
    const idle = () =>
        eventually(async () => assert.equal((await ask("GET", cluster)).json.stateName, "IDLE"));
    let created;

    await check("POST flexClusters answers 201 while it is CREATING", async () => {
        created = succeeds(await ask("POST", clusters, draft), 201, VERSION);
        has(created, "backupSettings", "clusterType", "connectionStrings", "createDate", "groupId", "id",
            "mongoDBVersion", "name", "providerSettings", "stateName", "terminationProtectionEnabled",
            "versionReleaseSystem");
        has(created.connectionStrings, "standardSrv");
        assert.equal(created.stateName, "CREATING");
        assert.deepEqual(created.providerSettings,
            { backingProviderName: "AWS", diskSizeGB: 5, providerName: "FLEX", regionName: "US_EAST_1" });
    });
    await check("POST flexClusters refuses a name that is taken", async () => {
        refuses(await ask("POST", clusters, draft), 400, "DUPLICATE_CLUSTER_NAME");
    });
    await check("POST flexClusters refuses an invalid body and names every field", async () => {
        const body = { providerSettings: { backingProviderName: "AWS" } };
        const { badRequestDetail } = (await ask("POST", clusters, body)).json;
        const fields = badRequestDetail.fields.map(({ field }) => field).sort();
        assert.deepEqual(fields, ["name", "providerSettings.regionName"]);
    });
    await check("POST flexClusters refuses what is no name", async () => {
        refuses(await ask("POST", clusters, { ...draft, name: "no spaces here" }), 400, "CLUSTER_NAME_INVALID");
    });
    await check("POST flexClusters refuses an attribute that it does not know", async () => {
        refuses(await ask("POST", clusters, { ...draft, name: named("flex"), colour: "green" }), 400,
            "INVALID_ATTRIBUTE");
    });
    await check("GET flexClusters/{name} shows it IDLE, with its hosts", async () => {
        await idle();
        const shown = succeeds(await ask("GET", cluster), 200, VERSION);
        has(shown.connectionStrings, "standard", "standardSrv");
        assert.equal(shown.connectionStrings.standardSrv, created.connectionStrings.standardSrv);
        assert.equal(shown.id, created.id);
        assert.equal(shown.createDate, created.createDate);
        assert.deepEqual(shown.tags, []);
    });
    await check("GET flexClusters/{name} answers in an envelope and pretty when asked to", async () => {
        const { json } = await ask("GET", `${cluster}?envelope=true`);
        assert.equal(json.status, 200);
        assert.equal(json.content.name, name);
        const { text } = await ask("GET", `${cluster}?pretty=true`);
        assert.ok(text.split("\n").length > 10, "it should be on several lines");
    });
    await check("GET flexClusters lists it and counts", async () => {
        const list = succeeds(await ask("GET", clusters), 200, VERSION);
        has(list, "links", "results", "totalCount");
        assert.equal(list.totalCount, 1);
        assert.equal(list.results[0].name, name);
        assert.equal(list.links[0].rel, "self");
        const uncounted = succeeds(await ask("GET", `${clusters}?includeCount=false`), 200, VERSION);
        assert.equal(uncounted.totalCount, undefined);
    });
    await check("GET clusters/{name} sends the caller to the flex API", async () => {
        const answer = await call("GET", `${project}/clusters/${name}`, { as, version: "2024-08-05" });
        refuses(answer, 400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
    });
    await check("PATCH flexClusters/{name} changes tags and protection", async () => {
        const body = { tags: [{ key: "env", value: "test" }], terminationProtectionEnabled: true };
        const changed = succeeds(await ask("PATCH", cluster, body), 200, VERSION);
        assert.deepEqual(changed.tags, body.tags);
        assert.equal(changed.terminationProtectionEnabled, true);
        await idle();
    });
    await check("DELETE flexClusters/{name} refuses while it is protected", async () => {
        assert.equal((await ask("DELETE", cluster)).status, 400);
        succeeds(await ask("PATCH", cluster, { terminationProtectionEnabled: false }), 200, VERSION);
        await idle();
    });
    await check("DELETE flexClusters/{name} answers 204, then it is DELETING, then gone", async () => {
        assert.equal(succeeds(await ask("DELETE", cluster), 204, VERSION), undefined);
        assert.equal((await ask("GET", cluster)).json.stateName, "DELETING");
        await eventually(async () => refuses(await ask("GET", cluster), 404, "CLUSTER_NOT_FOUND"));
    });
}
