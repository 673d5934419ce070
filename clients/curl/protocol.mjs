import assert from "node:assert/strict";

import { challenges, refuses, succeeds } from "../check/answers.mjs";
import { atStage } from "../check/calendar.mjs";
import { asKey, asNobody, bearer, call, digest, send, tokenAnswer } from "../check/curl.mjs";
import { check } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";

const clusters = `/api/atlas/v2/groups/${telamon.projectId}/flexClusters`;
const instances = `/api/atlas/v2/groups/${telamon.projectId}/serverless`;
const VERSION = "2024-11-13";

/** What holds for every operation, shown on a few. */
export async function protocol() {
    await callers();
    await versions();
    await bodies();
    await tokens();
    await sunset();
}

async function callers() {
    await check("challenges a caller who says nothing", async () => {
        challenges(await call("POST", clusters, { as: asNobody, version: VERSION, body: {} }));
    });
    await check("challenges a digest caller once, then answers", async () => {
        const answer = await call("GET", clusters, { as: asKey, version: VERSION });
        assert.deepEqual(answer.earlier.map(({ status }) => status), [401]);
        succeeds(answer, 200, VERSION);
    });
    await check("tells a wrong key from an unknown one to nobody", async () => {
        const wrong = await call("GET", clusters, { as: digest(telamon.publicKey, "wrong"), version: VERSION });
        const unknown = await call("GET", clusters, { as: digest("unknown", "wrong"), version: VERSION });
        challenges(wrong);
        challenges(unknown);
        assert.equal(wrong.text, unknown.text);
    });
    await check("challenges a bearer of nonsense", async () => {
        challenges(await call("GET", clusters, { as: bearer("a.b.c"), version: VERSION }));
    });
    await check("counts requests in the RateLimit headers", async () => {
        const { headers } = await call("GET", clusters, { as: asKey, version: VERSION });
        assert.match(headers["ratelimit-limit"], /^\d+$/);
        assert.match(headers["ratelimit-remaining"], /^\d+$/);
    });
}

async function versions() {
    for (const accept of ["application/json", "*/*", "application/vnd.atlas.2022-01-01+json",
        "application/vnd.atlas.2024-13-45+json"]) {
        await check(`answers 406 to Accept: ${accept}`, async () => {
            const answer = await call("GET", clusters, { as: asKey, headers: [`Accept: ${accept}`] });
            refuses(answer, 406, "INVALID_VERSION_DATE");
        });
    }
    await check("resolves a later date to the newest version before it", async () => {
        succeeds(await call("GET", clusters, { as: asKey, version: "2025-03-12" }), 200, VERSION);
    });
}

async function bodies() {
    await check("takes application/json as the type of a body, whatever it then finds", async () => {
        const answer = await call("POST", clusters, { as: asKey, version: VERSION, body: {}, type: "application/json" });
        assert.equal(answer.status, 400);
    });
    await check("answers 415 to a body of another type", async () => {
        const answer = await call("POST", clusters, { as: asKey, version: VERSION, body: "{}", type: "text/plain" });
        assert.equal(answer.status, 415, answer.text);
    });
    await check("answers 400 to a body that is no JSON", async () => {
        const answer = await call("POST", clusters, { as: asKey, version: VERSION, body: "{oops" });
        assert.equal(answer.status, 400, answer.text);
        assert.equal(answer.json.error, 400);
    });
    await check("answers 404 to a cluster that nobody made", async () => {
        const answer = await call("GET", `${clusters}/nobody`, { as: asKey, version: VERSION });
        const body = refuses(answer, 404, "CLUSTER_NOT_FOUND");
        assert.deepEqual(body.parameters, ["nobody", telamon.projectId]);
    });
}

async function tokens() {
    await check("refuses a token to a wrong secret", async () => {
        const answer = await tokenAnswer("mdb_sa_sk_wrong");
        assert.equal(answer.status, 401);
        assert.equal(answer.json.error, "invalid_client");
    });
    await check("POST api/oauth/revoke takes effect at once", async () => {
        const token = (await tokenAnswer()).json.access_token;
        succeeds(await call("GET", clusters, { as: bearer(token), version: VERSION }), 200, VERSION);
        const revoked = await send([
            "--request", "POST", `${telamon.baseUrl}/api/oauth/revoke`,
            "--user", `${telamon.clientId}:${telamon.clientSecret}`,
            "--data", `token=${token}`, "--data", "token_type_hint=access_token",
        ]);
        assert.equal(revoked.status, 200);
        challenges(await call("GET", clusters, { as: bearer(token), version: VERSION }));
    });
}

async function sunset() {
    const version = "2023-01-01";
    await check("answers 410 to POST serverless after the sunset", async () => {
        const answer = await atStage("sunset", () => call("POST", instances, { as: asKey, version, body: {} }));
        const body = refuses(answer, 410, "VERSION_GONE");
        assert.equal(body.parameters.length, 2);
    });
    await check("lists no serverless instances after the sunset", async () => {
        const answer = await atStage("sunset", () => call("GET", instances, { as: asKey, version }));
        assert.deepEqual(succeeds(answer, 200, version).results, []);
    });
}
