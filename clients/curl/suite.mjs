// The documented curl calls of flex clusters, serverless instances and their private endpoints, with an API key and with
// the token of a service account.

import assert from "node:assert/strict";

import { begin, check, close, named } from "../check/suite.mjs";
import { refuses, succeeds } from "../check/answers.mjs";
import { asKey, bearer, call, tokenAnswer } from "../check/curl.mjs";
import { telamon } from "../check/telamon.mjs";
import { endpoints } from "./endpoints.mjs";
import { flex } from "./flex.mjs";
import { protocol } from "./protocol.mjs";
import { serverless } from "./serverless.mjs";

const VERSION = "2023-01-01";

begin("curl protocol");
await protocol();

begin("curl digest");
await works(asKey);

begin("curl bearer");
let token;
await check("POST api/oauth/token gets a token", async () => {
    const answer = await tokenAnswer();
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.token_type, "Bearer");
    assert.equal(answer.json.expires_in, 3600);
    assert.equal(answer.json.access_token.split(".").length, 3);
    token = answer.json.access_token;
});
await works(bearer(token));
close();

async function works(as) {
    let id;
    await check("POST groups makes a project", async () => {
        const body = { name: named("curl"), orgId: telamon.orgId };
        const project = succeeds(await call("POST", "/api/atlas/v2/groups", { as, version: VERSION, body }), 201, VERSION);
        assert.equal(project.orgId, telamon.orgId);
        id = project.id;
    });
    const project = `/api/atlas/v2/groups/${id}`;
    await flex(as, project);
    await serverless(as, project);
    await endpoints(as, project);
    await check("DELETE groups/{groupId} deletes the project", async () => {
        succeeds(await call("DELETE", project, { as, version: VERSION }), 202, VERSION);
        refuses(await call("GET", project, { as, version: VERSION }), 404, "GROUP_NOT_FOUND");
    });
}
