// npm's mongodb-atlas-api-client. It was made for the API's first version; told the base path of the second, and which
// resource version to accept, it speaks that too. It knows no flex clusters, no serverless instances and no service accounts.

import assert from "node:assert/strict";

import createClient from "mongodb-atlas-api-client";

import { begin, check, close, named } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";

/** Options that make the client ask for a resource version. */
const at = (version) => ({
    httpOptions: { headers: { accept: `application/vnd.atlas.${version}+json`, "content-type": "application/json" } },
});
const DEFAULT = at("2023-01-01");

const clientOf = (privateKey) =>
    createClient({
        publicKey: telamon.publicKey,
        privateKey,
        baseUrl: `${telamon.baseUrl}/api/atlas/v2`,
        projectId: telamon.projectId,
    });
const client = clientOf(telamon.privateKey);

begin("npm mongodb-atlas-api-client");
await organizations();
await projects();
await clusters();
await events();
await refusals();
close();

async function organizations() {
    await check("lists organizations", async () => {
        const list = await client.organization.getAll(DEFAULT);
        assert.ok(list.results.some(({ id }) => id === telamon.orgId));
    });
    await check("gets an organization", async () => {
        assert.equal((await client.organization.getById(telamon.orgId, DEFAULT)).id, telamon.orgId);
    });
    await check("lists the projects of an organization, by pages", async () => {
        const list = await client.organization.getAllProjectsForOrganization(
            telamon.orgId, { itemsPerPage: 1, pageNum: 1, ...DEFAULT });
        assert.equal(list.results.length, 1);
        assert.ok(list.totalCount >= 1);
    });
}

async function projects() {
    const name = named("npm");
    let id;
    await check("creates a project", async () => {
        const project = await client.project.create({ name, orgId: telamon.orgId }, DEFAULT);
        assert.equal(project.name, name, JSON.stringify(project));
        id = project.id;
    });
    await check("gets a project by its id and by its name", async () => {
        assert.equal((await client.project.getById(id, DEFAULT)).name, name);
        assert.equal((await client.project.getByName(name, DEFAULT)).id, id);
    });
    await check("lists projects", async () => {
        const list = await client.project.getAll({ itemsPerPage: 500, ...DEFAULT });
        assert.ok(list.results.some((project) => project.id === id));
    });
    await check("deletes a project", async () => {
        assert.equal(await client.project.delete(id, DEFAULT), true);
        const answer = await client.project.getById(id, DEFAULT);
        assert.equal(answer.errorCode, "GROUP_NOT_FOUND", JSON.stringify(answer));
    });
}

async function clusters() {
    await check("lists clusters, flex clusters not among them", async () => {
        const list = await client.cluster.getAll(at("2024-08-05"));
        assert.deepEqual(list.results, []);
        assert.equal(list.totalCount, 0);
    });
    await check("finds no cluster of an unknown name", async () => {
        const answer = await client.cluster.get("nobody", at("2024-08-05"));
        assert.equal(answer.errorCode, "CLUSTER_NOT_FOUND", JSON.stringify(answer));
    });
}

async function events() {
    await check("lists the events of the organization, the project's deletion among them", async () => {
        const list = await client.event.getAllByOrganizationId(telamon.orgId, DEFAULT);
        assert.ok(list.results.length > 0, JSON.stringify(list));
    });
}

async function refusals() {
    await check("is told to name a version when it names none, as it does by itself", async () => {
        const answer = await client.project.getAll();
        assert.equal(answer.error, 406);
        assert.equal(answer.errorCode, "INVALID_VERSION_DATE");
    });
    await check("has a wrong private key refused", async () => {
        assert.equal((await clientOf("wrong").project.getAll(DEFAULT)).error, 401);
    });
}
