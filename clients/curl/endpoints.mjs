import assert from "node:assert/strict";

import { refuses, succeeds } from "../check/answers.mjs";
import { call } from "../check/curl.mjs";
import { atStage } from "../check/calendar.mjs";
import { check, eventually, named } from "../check/suite.mjs";
import { draft } from "./serverless.mjs";

const VERSION = "2023-01-01";

/** The private endpoints of a genuine serverless instance, in both clouds that have them, and what they are refused on. */
export async function endpoints(as, project) {
    await livesInACloud(as, project, {
        provider: "AWS",
        region: "US_EAST_1",
        link: { cloudProviderEndpointId: "vpce-0123456789abcdef0" },
        service: /^com\.amazonaws\.vpce\.us-east-1\.vpce-svc-[0-9a-f]{17}$/,
    });
    await livesInACloud(as, project, {
        provider: "AZURE",
        region: "US_EAST_2",
        link: {
            cloudProviderEndpointId:
                "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/privatelink/providers/Microsoft.Network/privateEndpoints/link",
            privateEndpointIpAddress: "10.0.0.4",
        },
        service: /^pls_[0-9a-f]{24}$/,
    });
    await isRefusedOnFlex(as, project);
}

async function livesInACloud(as, project, cloud) {
    const name = named(cloud.provider.toLowerCase());
    const list = `${project}/privateEndpoint/serverless/instance/${name}/endpoint`;
    const ask = (method, path, body) => call(method, path, { as, version: VERSION, body });
    const reaches = (status) =>
        eventually(async () => {
            const endpoint = succeeds(await ask("GET", path), 200, VERSION);
            assert.equal(endpoint.status, status);
            return endpoint;
        });
    const where = "privateEndpoint/serverless/instance/{instanceName}/endpoint";
    let path;

    await check(`POST serverless makes a genuine instance in ${cloud.provider} before the end`, async () => {
        const body = draft(name);
        Object.assign(body.providerSettings, { backingProviderName: cloud.provider, regionName: cloud.region });
        const answer = await atStage("serverless", () => ask("POST", `${project}/serverless`, body));
        succeeds(answer, 201, VERSION);
        assert.equal(answer.headers.deprecation, undefined);
        await idle(ask, project, name);
    });
    await check(`POST ${where} requests a reservation in ${cloud.provider}`, async () => {
        const endpoint = succeeds(await ask("POST", list, { comment: "from curl" }), 201, VERSION);
        assert.match(endpoint._id, /^[0-9a-f]{24}$/);
        assert.equal(endpoint.status, "RESERVATION_REQUESTED");
        assert.equal(endpoint.comment, "from curl");
        assert.equal(endpoint.endpointServiceName ?? null, null);
        path = `${list}/${endpoint._id}`;
    });
    await check(`GET ${where}/{endpointId} names the service once it is RESERVED`, async () => {
        assert.match((await reaches("RESERVED")).endpointServiceName, cloud.service);
    });
    await check(`PATCH ${where}/{endpointId} leads to AVAILABLE`, async () => {
        succeeds(await ask("PATCH", path, { providerName: cloud.provider, ...cloud.link }), 200, VERSION);
        const endpoint = await reaches("AVAILABLE");
        assert.equal(endpoint.cloudProviderEndpointId, cloud.link.cloudProviderEndpointId);
    });
    await check("GET serverless/{name} shows the connection through the endpoint", async () => {
        const { connectionStrings } = succeeds(await ask("GET", `${project}/serverless/${name}`), 200, VERSION);
        assert.equal(connectionStrings.privateEndpoint.length, 1);
    });
    await check(`GET ${where} answers a bare array`, async () => {
        const endpoints = succeeds(await ask("GET", list), 200, VERSION);
        assert.deepEqual(endpoints.map(({ status }) => status), ["AVAILABLE"]);
    });
    await check(`POST ${where} refuses a comment of 81 characters`, async () => {
        assert.equal((await ask("POST", list, { comment: "x".repeat(81) })).status, 400);
    });
    await check(`DELETE ${where}/{endpointId} answers 204, then it is gone`, async () => {
        succeeds(await ask("DELETE", path), 204, VERSION);
        await eventually(async () => assert.equal((await ask("GET", path)).status, 404));
        await deleted(ask, project, name);
    });
}

async function isRefusedOnFlex(as, project) {
    await check("POST privateEndpoint/serverless/instance/{instanceName}/endpoint refuses a flex cluster", async () => {
        const ask = (method, path, body) => call(method, path, { as, version: VERSION, body });
        const name = named("flex-behind");
        succeeds(await ask("POST", `${project}/serverless`, draft(name)), 201, VERSION);
        const answer = await ask("POST", `${project}/privateEndpoint/serverless/instance/${name}/endpoint`, {});
        refuses(answer, 400, "NOT_SERVERLESS_TENANT_CLUSTER");
        await idle(ask, project, name);
        await deleted(ask, project, name);
    });
}

function idle(ask, project, name) {
    return eventually(async () =>
        assert.equal((await ask("GET", `${project}/serverless/${name}`)).json.stateName, "IDLE"));
}

async function deleted(ask, project, name) {
    succeeds(await ask("DELETE", `${project}/serverless/${name}`), 202, VERSION);
    await eventually(async () => assert.equal((await ask("GET", `${project}/serverless/${name}`)).status, 404));
}
