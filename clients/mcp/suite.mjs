// MongoDB's MCP server, which calls with the token of a service account, over https alone, and asks for every resource in
// the version of 2025-03-12.

import assert from "node:assert/strict";

import { asKey, call } from "../check/curl.mjs";
import { begin, check, close, named } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";
import { McpServer } from "./server.mjs";

const ca = process.env.TELAMON_CA_FILE;
const server = new McpServer({
    MDB_MCP_API_BASE_URL: `${telamon.baseUrl}/`,
    MDB_MCP_API_CLIENT_ID: telamon.clientId,
    MDB_MCP_API_CLIENT_SECRET: telamon.clientSecret,
    MDB_MCP_TELEMETRY: "disabled",
    // It takes the roots for its own calls from the one, and for the others from the other.
    SSL_CERT_FILE: ca,
    NODE_EXTRA_CA_CERTS: ca,
});
const cluster = named("mcp");

begin("npm mongodb-mcp-server");
await check("starts", () => server.initialize());
await check("lists organizations", async () => {
    assert.match(await server.call("atlas-list-orgs"), new RegExp(telamon.orgId));
});
await check("lists projects", async () => {
    assert.match(await server.call("atlas-list-projects"), new RegExp(telamon.projectId));
});
await check("lists a flex cluster", async () => {
    const body = { name: cluster, providerSettings: { backingProviderName: "AWS", regionName: "US_EAST_1" } };
    const clusters = `/api/atlas/v2/groups/${telamon.projectId}/flexClusters`;
    assert.equal((await call("POST", clusters, { as: asKey, version: "2024-11-13", body })).status, 201);
    assert.match(await server.call("atlas-list-clusters", { projectId: telamon.projectId }), new RegExp(cluster));
});
await check("inspects it, sent on by the clusters API", async () => {
    const text = await server.call("atlas-inspect-cluster", { projectId: telamon.projectId, clusterName: cluster });
    assert.match(text, new RegExp(cluster));
    assert.match(text, /FLEX/i);
});
server.stop();
close();
