// The recorded scenarios that Telamon serves, request by request. The names and ids in them are those that were recorded,
// or stand for them.

import assert from "node:assert/strict";

import { asKey, asNobody, call, digest } from "../check/curl.mjs";
import { eventually } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";
import { dedicated } from "./dedicated.mjs";

const API = "/api/atlas/v2";
const GROUPS = `${API}/groups`;
const GROUP = `${GROUPS}/{groupId}`;
const ORG = `${API}/orgs/{orgId}`;
const FLEX = `${GROUP}/flexClusters`;
const CLUSTERS = `${GROUP}/clusters`;
const CLUSTER = `${CLUSTERS}/{name}`;
const ZONED = "2023-02-01";
const SHARDED = "2024-08-05";
const INDEPENDENT = "2024-10-23";
const SEARCH = "2024-05-30";
const PROCESS = `${GROUP}/processes/{host}:{port}`;
const SERVERLESS = `${GROUP}/serverless`;
const TEAMS = `${ORG}/teams`;
const ORG_KEY = `${ORG}/apiKeys/{id}`;
const GROUP_KEY = `${GROUP}/apiKeys/{id}`;
const ACCESS_LIST = `${GROUP}/accessList`;
const WINDOW = `${GROUP}/maintenanceWindow`;
const USERS = `${GROUP}/databaseUsers`;
const ROLES = `${GROUP}/customDBRoles/roles`;
const SERVICES = `${GROUP}/privateEndpoint/AWS/endpointService`;

const at = (version, more) => ({ version, ...more });
const FIRST = "2023-01-01";
const FLEX_VERSION = "2024-11-13";
const MEMBERS = "2025-02-19";
const USERS_OF_ORG = `${ORG}/users`;
const INVITES = `${ORG}/invites`;
const { orgId, projectId: groupId } = telamon;

const project = (name, more) => at(FIRST, { body: { name, orgId, withDefaultAlertsSettings: true, ...more } });
const flexDraft = (name, more) => ({
    name,
    providerSettings: { backingProviderName: "AWS", providerName: "FLEX", regionName: "US_EAST_1" },
    terminationProtectionEnabled: false,
    ...more,
});

/** A free cluster as the Atlas CLI asks for it, and with `more`. */
const freeDraft = (name, more) => ({
    name,
    clusterType: "REPLICASET",
    replicationSpecs: [{
        regionConfigs: [{
            backingProviderName: "AWS",
            electableSpecs: { instanceSize: "M0" },
            priority: 7,
            providerName: "TENANT",
            regionName: "US_EAST_1",
        }],
        zoneName: "Zone 1",
    }],
    ...more,
});

async function state(path, version, wanted) {
    await eventually(async () => {
        const { stateName } = (await call("GET", path, { as: asKey, version })).json;
        assert.equal(stateName, wanted);
    });
}

/** Waits until something other than a cluster has a status. */
async function status(path, wanted) {
    await eventually(async () => {
        assert.equal((await call("GET", path, { as: asKey, version: FIRST })).json.status, wanted);
    });
}

async function loaded(path) {
    await eventually(async () => {
        assert.equal((await call("GET", path, { as: asKey, version: FIRST })).json.state, "COMPLETED");
    });
}

async function missing(path, version) {
    await eventually(async () => assert.equal((await call("GET", path, { as: asKey, version })).status, 404));
}

async function deleteFlex(scenario, step, path) {
    await scenario.repeat(step, `DELETE ${CLUSTER}`, at("2023-02-01", { path }));
    await scenario.repeat(step, `DELETE ${FLEX}/{name}`, at(FLEX_VERSION, { path }));
    await scenario.repeat(step, `GET ${FLEX}/{name}`, at(FLEX_VERSION, { path }));
    await missing(`${GROUPS}/${groupId}/flexClusters/${path.name}`, FLEX_VERSION);
    await scenario.repeat(`${step}#2`, `GET ${FLEX}/{name}`, at(FLEX_VERSION, { path }));
}

/**
 * `atlas setup`: a project with a free cluster, a database user and an address, each asked for by Digest, then deleted.
 * Where challenges were recorded with their headers, `challenged` says so, and they are repeated too.
 */
async function setUp(scenario, { cluster, user, address, tag, bodies, challenged }) {
    const twice = async (step, request, how) => {
        const [name, seq] = step.split("#");
        if (challenged) await scenario.repeat(`${name}#${seq - 1}`, request, { ...how, as: asNobody });
        return scenario.repeat(step, request, how);
    };
    const { name } = scenario.recordings.find(scenario.name, "(set-up)", 2, "POST", GROUPS).body;
    const { id } = await twice("(set-up)#2", `POST ${GROUPS}`, project(name));
    const path = { groupId: id, name: cluster, user, entry: address };
    const one = `${GROUPS}/${id}/clusters/${cluster}`;
    await scenario.repeat("Run", "GET /api/private/unauth/nds/defaultMongoDBMajorVersion", { as: asNobody });
    await twice("Run#2", `POST ${USERS}`, at(FIRST, { path, body: {
        databaseName: "admin",
        password: "a-password-of-ours",
        roles: [{ databaseName: "admin", roleName: "atlasAdmin" }],
        scopes: [],
        username: user,
    } }));
    await twice("Run#2", `POST ${ACCESS_LIST}`,
        at(FIRST, { path, body: [{ comment: "IP added with atlas quickstart", ipAddress: address }] }));
    const body = freeDraft(cluster, { groupId: id, tags: [tag], terminationProtectionEnabled: false });
    await twice("Run#2", `POST ${CLUSTERS}`, at(bodies, { path, body }));
    await state(one, SHARDED, "IDLE");
    await twice("Run#4", `GET ${CLUSTER}`, at(SHARDED, { path }));
    await twice("Check_accessListIp_was_correctly_added#2", `GET ${ACCESS_LIST}`, at(FIRST, { path }));
    await twice("Describe_Cluster#2", `GET ${CLUSTER}`, at(bodies === ZONED ? ZONED : SHARDED, { path }));
    await twice("Describe_DB_User#2", `GET ${USERS}/admin/{user}`, at(FIRST, { path }));
    await twice("(set-up)#2", `GET ${CLUSTER}`, at(ZONED, { path }));
    await twice("(set-up)#2", `DELETE ${CLUSTER}`, at(ZONED, { path }));
    await twice("(set-up)#6", `GET ${CLUSTER}`, at(SHARDED, { path }));
    await missing(one, SHARDED);
    await twice("(set-up)#14", `GET ${CLUSTER}`, at(SHARDED, { path }));
    await deleteQuietly(id);
}

/** A cluster of M10 as the Atlas CLI asks for it. */
const dedicatedDraft = (name, more) => ({
    name,
    clusterType: "REPLICASET",
    diskSizeGB: 30,
    replicationSpecs: [{
        numShards: 1,
        regionConfigs: [{
            electableSpecs: { instanceSize: "M10", nodeCount: 3 },
            priority: 7,
            providerName: "AWS",
            regionName: "US_EAST_1",
        }],
        zoneName: "Zone 1",
    }],
    ...more,
});

/** The set-up of suites that need a dedicated cluster of that name: a project, the cluster, and its way to IDLE. */
async function dedicatedCluster(scenario, name) {
    const { name: group } = scenario.recordings.find(scenario.name, "(set-up)", 1, "POST", GROUPS).body;
    const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project(group));
    const path = { groupId: id, name };
    await scenario.repeat("(set-up)", `GET ${CLUSTERS}/provider/regions`,
        at(FIRST, { path, query: "?providers=AWS&tier=M10" }));
    await scenario.repeat("(set-up)", "GET /api/private/unauth/nds/defaultMongoDBMajorVersion", { as: asNobody });
    await scenario.repeat("(set-up)", `POST ${CLUSTERS}`, at(ZONED, { path, body: dedicatedDraft(name) }));
    await scenario.repeat("(set-up)", `GET ${CLUSTER}`, at(ZONED, { path }));
    await scenario.repeat("(set-up)#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
    await state(`${GROUPS}/${id}/clusters/${name}`, SHARDED, "IDLE");
    await scenario.repeat("(set-up)#3", `GET ${CLUSTER}`, at(SHARDED, { path }));
    return path;
}

async function deleteCluster({ groupId: project, name }) {
    await call("DELETE", `${GROUPS}/${project}/clusters/${name}`, { as: asKey, version: ZONED });
    await missing(`${GROUPS}/${project}/clusters/${name}`, SHARDED);
    await deleteQuietly(project);
}

/** The time in so many minutes, to the second. */
function inMinutes(minutes) {
    return new Date(Date.now() + minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The id of an active member of the organization, who is invited and accepts. */
async function member(username) {
    const body = { username, roles: { orgRoles: ["ORG_OWNER"] } };
    const { id } = (await call("POST", `${API}/orgs/${orgId}/users`, { as: asKey, version: MEMBERS, body })).json;
    await call("POST", `/telamon/v1/invitations/${id}:accept`, { as: asKey });
    return id;
}

async function leave(...ids) {
    for (const id of ids) {
        await call("DELETE", `${API}/orgs/${orgId}/users/${id}`, { as: asKey, version: MEMBERS });
    }
}

/** The person who has owned the organization from the start. */
async function firstOwner() {
    return (await call("GET", `${API}/orgs/${orgId}/users`, { as: asKey, version: MEMBERS })).json.results[0];
}

async function deleteQuietly(project) {
    await call("DELETE", `${GROUPS}/${project}`, { as: asKey, version: FIRST });
}

export const scenarios = {
    ...dedicated,

    async TestFlexCluster(scenario) {
        const path = { groupId, name: "cluster-83" };
        await scenario.repeat("Create_flex_cluster", `POST ${FLEX}`,
            at(FLEX_VERSION, { path, body: flexDraft(path.name) }));
        await state(`${GROUPS}/${groupId}/flexClusters/${path.name}`, FLEX_VERSION, "IDLE");
        await scenario.repeat("Get_flex_cluster", `GET ${CLUSTER}`, at("2023-02-01", { path }));
        await scenario.repeat("Get_flex_cluster", `GET ${FLEX}/{name}`, at(FLEX_VERSION, { path }));
        await scenario.repeat("List_flex_cluster", `GET ${FLEX}`, at(FLEX_VERSION, { path }));
        await deleteFlex(scenario, "Delete_flex_cluster", path);
    },

    async TestFlexClustersFile(scenario) {
        const path = { groupId, name: "cluster-871" };
        const body = flexDraft(path.name, { tags: [{ key: "e2e_test", value: "yes" }] });
        await scenario.repeat("Create_Flex_Cluster_via_file", `POST ${FLEX}`, at(FLEX_VERSION, { path, body }));
        await deleteFlex(scenario, "Delete_Flex_Cluster_-_created_via_file", path);
    },

    async TestClustersM0Flags(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("clustersM0-e2e-294"));
        const path = { groupId: id, name: "cluster-251" };
        const one = `${GROUPS}/${id}/clusters/${path.name}`;
        const body = freeDraft(path.name, { groupId: id });
        body.replicationSpecs[0].numShards = 1;
        body.replicationSpecs[0].regionConfigs[0].readOnlySpecs = { instanceSize: "M0", nodeCount: 0 };
        await scenario.repeat("Create", `POST ${CLUSTERS}`, at(ZONED, { path, body }));
        await state(one, SHARDED, "IDLE");
        const user = { databaseName: "admin", roles: [{ databaseName: "admin", roleName: "atlasAdmin" }], scopes: [] };
        await scenario.repeat("Create", `POST ${USERS}`,
            at(FIRST, { path, body: { ...user, username: "user-672", password: "a-password-of-ours" } }));
        await scenario.repeat("Watch", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Watch#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Watch#3", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Describe", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Connect_to_cluster", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Delete", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await missing(one, SHARDED);
        await deleteQuietly(id);
    },

    async TestSetup(scenario) {
        await setUp(scenario, {
            cluster: "cluster-29", user: "cluster-679", address: "192.168.0.44",
            tag: { key: "env", value: "e2etest" }, bodies: ZONED, challenged: true,
        });
    },

    async TestSetupISS(scenario) {
        await setUp(scenario, {
            cluster: "cluster-607", user: "cluster-576", address: "192.168.0.3",
            tag: { key: "env-iss", value: "e2etest-iss" }, bodies: INDEPENDENT, challenged: false,
        });
    },

    /** Terraform's upgrade of a free cluster, up to the upgrade. */
    async tenantUpgrade(scenario) {
        const { id } = (await call("POST", GROUPS, { as: asKey, ...project("test-acc-tf-p-1") })).json;
        const name = "test-acc-tf-c-454594439";
        const like = { [`clusters/${name}`]: "clusters/{clusterName}", [`"name":"${name}"`]: '"name":"{clusterName}"' };
        const path = { groupId: id, name };
        const body = freeDraft(name, { labels: [], tags: [] });
        await scenario.repeat("1", `POST ${CLUSTERS}`, at(INDEPENDENT, { path, like, body }));
        await state(`${GROUPS}/${id}/clusters/${name}`, SHARDED, "IDLE");
        await scenario.repeat("1#2", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await scenario.repeat("1#3", `GET ${CLUSTER}/processArgs`, at(SHARDED, { path }));
        await scenario.repeat("1#5", `GET ${CLUSTERS}`, at(SHARDED, { path, like }));
        await scenario.repeat("1#8", `GET ${FLEX}`, at(FLEX_VERSION, { path }));
        await call("DELETE", `${GROUPS}/${id}/clusters/${name}`, { as: asKey, version: ZONED });
        await missing(`${GROUPS}/${id}/clusters/${name}`, SHARDED);
        await deleteQuietly(id);
    },

    async TestServerless(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("serverless-e2e-632"));
        const path = { groupId: id, name: "cluster-782" };
        const instance = `${GROUPS}/${id}/serverless/${path.name}`;
        const body = {
            name: path.name,
            providerSettings: { backingProviderName: "AWS", providerName: "SERVERLESS", regionName: "US_EAST_1" },
            tags: [{ key: "env", value: "test" }],
            terminationProtectionEnabled: false,
        };
        await scenario.repeat("Create", `POST ${SERVERLESS}`, at(FIRST, { path, body }));
        await scenario.repeat("Watch", `GET ${SERVERLESS}/{name}`, at(FIRST, { path }));
        await state(instance, FIRST, "IDLE");
        await scenario.repeat("Watch#2", `GET ${SERVERLESS}/{name}`, at(FIRST, { path }));
        const tags = [{ key: "env", value: "e2e" }];
        await scenario.repeat("Update", `PATCH ${SERVERLESS}/{name}`, at(FIRST, { path, body: { tags } }));
        await state(instance, FIRST, "IDLE");
        await scenario.repeat("Describe", `GET ${SERVERLESS}/{name}`, at(FIRST, { path }));
        await scenario.repeat("List", `GET ${SERVERLESS}`, at(FIRST, { path }));
        await scenario.repeat("Delete", `DELETE ${SERVERLESS}/{name}`, at(FIRST, { path }));
        await missing(instance, FIRST);
        await deleteQuietly(id);
    },

    async TestAtlasProjects(scenario) {
        const tags = [{ key: "env", value: "e2e" }, { key: "prod", value: "false" }];
        const { id } = await scenario.repeat("Create", `POST ${GROUPS}`, project("e2e-proj-939", { tags }));
        const path = { groupId: id };
        await scenario.repeat("List", `GET ${GROUPS}`, at(FIRST));
        await scenario.repeat("Describe", `GET ${GROUP}`, at(FIRST, { path }));
        await scenario.repeat("Tags", `GET ${GROUP}`, at(FIRST, { path }));
        const name = "e2e-proj-939-updated";
        const others = [{ key: "env", value: "e2e" }, { key: "app", value: "cli" }];
        await scenario.repeat("Update_setNameAndTags", `PATCH ${GROUP}`,
            at(FIRST, { path, body: { name, tags: others } }));
        await scenario.repeat("Update_setNameAndTags", `GET ${GROUP}`, at(FIRST, { path }));
        await scenario.repeat("Update_resetTags", `PATCH ${GROUP}`, at(FIRST, { path, body: { name, tags: [] } }));
        await scenario.repeat("Update_resetTags", `GET ${GROUP}`, at(FIRST, { path }));
        const query = "?flattenTeams=false&includeOrgUsers=false";
        await scenario.repeat("Users", `GET ${GROUP}/users`, at("2025-02-19", { path, query }));
        await scenario.repeat("Delete", `DELETE ${GROUP}`, at(FIRST, { path }));
    },

    async TestAtlasOrgAPIKeys(scenario) {
        const body = { desc: "e2e-test-atlas-org", roles: ["ORG_READ_ONLY"] };
        const { id } = await scenario.repeat("Create", `POST ${ORG}/apiKeys`, at(FIRST, { path: { orgId }, body }));
        const path = { orgId, id };
        await scenario.repeat("List", `GET ${ORG}/apiKeys`, at(FIRST, { path }));
        await scenario.repeat("List_Compact", `GET ${ORG}/apiKeys`, at(FIRST, { path }));
        const update = { desc: "e2e-test-atlas-org-updated", roles: ["ORG_READ_ONLY"] };
        await scenario.repeat("Update", `PATCH ${ORG_KEY}`, at(FIRST, { path, body: update }));
        await scenario.repeat("Describe", `GET ${ORG_KEY}`, at(FIRST, { path }));
        await scenario.repeat("Delete", `DELETE ${ORG_KEY}`, at(FIRST, { path }));
    },

    async TestAtlasProjectAPIKeys(scenario) {
        const body = { desc: "e2e-test", roles: ["GROUP_READ_ONLY"] };
        const { id } = await scenario.repeat("Create", `POST ${GROUP}/apiKeys`, at(FIRST, { path: { groupId }, body }));
        const path = { orgId, groupId, id };
        await scenario.repeat("Assign", `PATCH ${GROUP_KEY}`,
            at(FIRST, { path, body: { roles: ["GROUP_DATA_ACCESS_READ_ONLY"] } }));
        await scenario.repeat("List", `GET ${GROUP}/apiKeys`, at(FIRST, { path }));
        await scenario.repeat("List_Compact", `GET ${GROUP}/apiKeys`, at(FIRST, { path }));
        await scenario.repeat("Delete", `DELETE ${GROUP_KEY}`, at(FIRST, { path }));
        await scenario.repeat("(set-up)", `DELETE ${ORG_KEY}`, at(FIRST, { path }));
    },

    async TestAtlasOrgs(scenario) {
        const path = { orgId };
        const { name } = (await call("GET", `${API}/orgs/${orgId}`, { as: asKey, version: FIRST })).json;
        const like = { [`"${name}"`]: '"Atlas CLI E2E"' };
        await scenario.repeat("Describe", `GET ${ORG}`, at(FIRST, { path, like }));
        await scenario.repeat("List", `GET ${API}/orgs`, at(FIRST, { query: "?name=", like }));
        await scenario.repeat("List_Org_Users", `GET ${ORG}/users`, at("2025-02-19", { path }));
    },

    async TestAtlasOrgInvitations(scenario) {
        const path = { orgId };
        const { name } = (await call("GET", `${API}/orgs/${orgId}`, { as: asKey, version: FIRST })).json;
        const like = { [`"${name}"`]: '"Atlas CLI E2E"' };
        const invite = (step, username, role) =>
            scenario.repeat(step, `POST ${INVITES}`, at(FIRST, { path, like, body: { username, roles: [role] } }));
        const update = (step, role, id) => {
            const request = `PATCH ${INVITES}/{id}`;
            return scenario.repeat(step, request, at(FIRST, { path: { orgId, id }, like, body: { roles: [role] } }));
        };
        const remove = (step, id) => scenario.repeat(step, `DELETE ${INVITES}/{id}`, at(FIRST, { path: { orgId, id } }));
        const { id } = await invite("Invite", "test-783@example.com", "ORG_MEMBER");
        const { id: second } = await invite("Invite_with_File", "test-file-812@example.com", "ORG_READ_ONLY");
        const { id: third } = await invite("Invite_with_File#01", "test-file-853@example.com", "ORG_READ_ONLY");
        await scenario.repeat("List", `GET ${INVITES}`, at(FIRST, { path, like }));
        await scenario.repeat("Describe", `GET ${INVITES}/{id}`, at(FIRST, { path: { orgId, id }, like }));
        const byName = { username: "test-783@example.com", roles: ["ORG_READ_ONLY"] };
        await scenario.repeat("Update_by_email", `PATCH ${INVITES}`, at(FIRST, { path, like, body: byName }));
        await update("Update_by_ID", "ORG_READ_ONLY", id);
        await update("Update_with_File", "ORG_GROUP_CREATOR", id);
        await update("Update_with_File#01", "ORG_GROUP_CREATOR", id);
        await remove("Delete", id);
        await remove("Delete_Invitation_from_File_Test", third);
        await call("DELETE", `${API}/orgs/${orgId}/invites/${second}`, { as: asKey, version: FIRST });
    },

    async TestAtlasProjectTeams(scenario) {
        const other = await member("person2@example.com");
        const { username } = await firstOwner();
        const like = { [username]: "person1@example.com" };
        await scenario.repeat("(set-up)", `GET ${USERS_OF_ORG}`,
            at(MEMBERS, { path: { orgId }, query: "?itemsPerPage=1", like }));
        const team = { name: "e2e-teams-703", usernames: [username] };
        const { id: teamId } = await scenario.repeat("(set-up)", `POST ${TEAMS}`,
            at(FIRST, { path: { orgId }, like, body: team }));
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("teams-e2e-255"));
        const path = { groupId: id, orgId, teamId };
        const one = { teamId, roleNames: ["GROUP_READ_ONLY"] };
        await scenario.repeat("Add", `POST ${GROUP}/teams`, at(FIRST, { path, body: [one] }));
        const roleNames = ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_ONLY"];
        await scenario.repeat("Update", `PATCH ${GROUP}/teams/{teamId}`, at(FIRST, { path, body: { roleNames } }));
        await scenario.repeat("List", `GET ${GROUP}/teams`, at(FIRST, { path }));
        await scenario.repeat("Delete", `DELETE ${GROUP}/teams/{teamId}`, at(FIRST, { path }));
        await scenario.repeat("(set-up)", `DELETE ${TEAMS}/{teamId}`, at(FIRST, { path }));
        await leave(other);
        await deleteQuietly(id);
    },

    async TestAtlasTeamUsers(scenario) {
        const [userId, third] = [await member("person2@example.com"), await member("person3@example.com")];
        const { username } = await firstOwner();
        const like = { [username]: "person1@example.com" };
        const listed = (step, items) => scenario.repeat(step, `GET ${USERS_OF_ORG}`,
            at(MEMBERS, { path: { orgId }, query: `?itemsPerPage=${items}`, like }));
        await listed("(set-up)", 1);
        const team = { name: "teams192", usernames: [username] };
        const { id } = await scenario.repeat("(set-up)", `POST ${TEAMS}`,
            at(FIRST, { path: { orgId }, like, body: team }));
        await listed("(set-up)#2", 2);
        const path = { orgId, id, userId };
        const users = `${TEAMS}/{id}/users`;
        const others = [{ id: path.userId }];
        await scenario.repeat("Add", `POST ${users}`, at(FIRST, { path, body: others }));
        await scenario.repeat("List", `GET ${users}`, at("2025-02-19", { path }));
        await scenario.repeat("List_Compact", `GET ${users}`, at("2025-02-19", { path }));
        await scenario.repeat("Delete", `DELETE ${users}/{userId}`, at(FIRST, { path }));
        await scenario.repeat("(set-up)", `DELETE ${TEAMS}/{id}`, at(FIRST, { path }));
        await leave(userId, third);
    },

    async TestProjectSettings(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("settings-e2e-156"));
        const path = { groupId: id };
        await scenario.repeat("Describe", `GET ${GROUP}/settings`, at(FIRST, { path }));
        await scenario.repeat("(set-up)", `PATCH ${GROUP}/settings`,
            at(FIRST, { path, body: { isCollectDatabaseSpecificsStatisticsEnabled: false } }));
        await deleteQuietly(id);
    },

    async TestMetrics(scenario) {
        const path = await dedicatedCluster(scenario, "metrics-659");
        const { results } = await scenario.repeat("(set-up)", `GET ${GROUP}/processes`, at(FIRST, { path }));
        const one = { ...path, host: results[0].hostname, port: results[0].port };
        const window = { path: one, query: "?granularity=PT30M&period=P1DT12H" };
        await scenario.repeat("processes", `GET ${PROCESS}/measurements`, at(FIRST, window));
        await scenario.repeat("processes_with_type", `GET ${PROCESS}/measurements`,
            at(FIRST, { ...window, query: `${window.query}&m=MAX_PROCESS_CPU_USER` }));
        await scenario.repeat("databases_list", `GET ${PROCESS}/databases`, at(FIRST, { path: one }));
        await scenario.repeat("databases_describe", `GET ${PROCESS}/databases/config/measurements`, at(FIRST, window));
        await scenario.repeat("disks_list", `GET ${PROCESS}/disks`, at(FIRST, { path: one }));
        await scenario.repeat("disks_describe", `GET ${PROCESS}/disks/data/measurements`, at(FIRST, window));
        await deleteCluster(path);
    },

    async TestLogs(scenario) {
        const path = await dedicatedCluster(scenario, "logs-113");
        const { results } = await scenario.repeat("(set-up)", `GET ${GROUP}/processes`, at(FIRST, { path }));
        const one = { ...path, host: results[0].hostname };
        for (const log of ["mongodb.gz", "mongos.gz", "mongodb-audit-log.gz", "mongos-audit-log.gz"]) {
            await scenario.repeat(`Download_${log}`, `GET ${CLUSTERS}/{host}/logs/${log}`,
                at(ZONED, { path: one, format: "gzip" }));
        }
        await scenario.repeat("Download_mongodb.gz_no_output_path", `GET ${CLUSTERS}/{host}/logs/mongodb.gz`,
            at(ZONED, { path: one, format: "gzip" }));
        await deleteCluster(path);
    },

    /** Recorded under names that are too long for paths: the set-up, which is that of the others, cannot be told apart. */
    async TestPerformanceAdvisor(scenario) {
        const { id } = (await call("POST", GROUPS, { as: asKey, ...project("performanceAdvisor-e2e-561") })).json;
        const path = { groupId: id, name: "performanceAdvisor-340" };
        await call("POST", `${GROUPS}/${id}/clusters`, { as: asKey, version: ZONED, body: dedicatedDraft(path.name) });
        await state(`${GROUPS}/${id}/clusters/${path.name}`, SHARDED, "IDLE");
        const { results } = (await call("GET", `${GROUPS}/${id}/processes`, { as: asKey, version: FIRST })).json;
        const one = { ...path, host: results[0].hostname, port: results[0].port };
        const advisor = `${PROCESS}/performanceAdvisor`;
        await scenario.repeat("List_namespaces", `GET ${advisor}/namespaces`, at(FIRST, { path: one }));
        await scenario.repeat("List_slow_query_logs", `GET ${advisor}/slowQueryLogs`, at(FIRST, { path: one }));
        await scenario.repeat("List_suggested_indexes", `GET ${advisor}/suggestedIndexes`, at(FIRST, { path: one }));
        await scenario.repeat("Enable_Managed_Slow_Operation_Threshold", `POST ${GROUP}/managedSlowMs/enable`,
            at(FIRST, { path }));
        await scenario.repeat("Disable_Managed_Slow_Operation_Threshold", `DELETE ${GROUP}/managedSlowMs/disable`,
            at(FIRST, { path }));
        await deleteCluster(path);
    },

    async TestAccessList(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("accessList-e2e-149"));
        const path = { groupId: id, entry: "192.168.0.243" };
        const add = (step, entry) =>
            scenario.repeat(step, `POST ${ACCESS_LIST}`, at(FIRST, { path, body: [{ comment: "test", ...entry }] }));
        const remove = (step, entry) =>
            scenario.repeat(step, `DELETE ${ACCESS_LIST}/{entry}`, at(FIRST, { path: { ...path, entry } }));
        await add("Create_Forever", { ipAddress: path.entry });
        await scenario.repeat("List", `GET ${ACCESS_LIST}`, at(FIRST, { path }));
        await scenario.repeat("Describe", `GET ${ACCESS_LIST}/{entry}`, at(FIRST, { path }));
        await remove("Delete", path.entry);
        await add("Create_Delete_After", { ipAddress: path.entry, deleteAfterDate: inMinutes(5) });
        await remove("Delete#01", path.entry);
        const { currentIpv4Address } = await scenario.repeat("Create_with_CurrentIp", "GET /api/private/ipinfo");
        await add("Create_with_CurrentIp", { ipAddress: currentIpv4Address });
        await call("DELETE", `${GROUPS}/${id}/accessList/${currentIpv4Address}`, { as: asKey, version: FIRST });
        await deleteQuietly(id);
    },

    async TestMaintenanceWindows(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("maintenance-e2e-340"));
        const path = { groupId: id };
        await scenario.repeat("update", `PATCH ${WINDOW}`, at(FIRST, { path, body: { dayOfWeek: 1, hourOfDay: 1 } }));
        await scenario.repeat("describe", `GET ${WINDOW}`, at(FIRST, { path }));
        await scenario.repeat("clear", `DELETE ${WINDOW}`, at(FIRST, { path }));
        await deleteQuietly(id);
    },

    async TestDBUserWithFlags(scenario) {
        const path = { groupId, name: "user-253" };
        const one = `${USERS}/admin/{name}`;
        const scopes = ["snapshotCluster0", "snapshotCluster1"].map((name) => ({ name, type: "CLUSTER" }));
        const body = {
            databaseName: "admin",
            deleteAfterDate: inMinutes(24 * 60),
            password: "a-password-of-ours",
            roles: [{ databaseName: "admin", roleName: "atlasAdmin" }],
            scopes,
            username: path.name,
        };
        const other = { ...body, deleteAfterDate: undefined, scopes: [], username: "Cluster48141" };
        await call("POST", `${GROUPS}/${groupId}/databaseUsers`, { as: asKey, version: FIRST, body: other });
        await scenario.repeat("List", `GET ${USERS}`, at(FIRST, { path }));
        await scenario.repeat("List_Compact", `GET ${USERS}`, at(FIRST, { path }));
        await scenario.repeat("Create", `POST ${USERS}`, at(FIRST, { path, body }));
        await call("DELETE", `${GROUPS}/${groupId}/databaseUsers/admin/${other.username}`, { as: asKey, version: FIRST });
        await scenario.repeat("Describe", `GET ${one}`, at(FIRST, { path }));
        const update = { roles: [{ databaseName: "admin", roleName: "readWrite" }], scopes: scopes.slice(0, 1) };
        await scenario.repeat("Update", `PATCH ${one}`, at(FIRST, { path, body: update }));
        await scenario.repeat("Update_only_password", `PATCH ${one}`,
            at(FIRST, { path, body: { password: "another-of-ours" } }));
        await scenario.repeat("Delete", `DELETE ${one}`, at(FIRST, { path }));
    },

    async TestDBRoles(scenario) {
        const path = { groupId, name: "role-90" };
        const one = `${ROLES}/{name}`;
        const update = { action: "UPDATE", resources: [{ collection: "collection", db: "db" }] };
        const find = { action: "FIND", resources: [{ collection: "collection2", db: "db" }] };
        const listSessions = { action: "LIST_SESSIONS", resources: [{ cluster: true }] };
        const sharding = { db: "admin", role: "enableSharding" };
        const role = (body) => at(FIRST, { path, body });
        await scenario.repeat("Create", `POST ${ROLES}`,
            role({ actions: [update, find], inheritedRoles: [sharding], roleName: path.name }));
        await scenario.repeat("Describe", `GET ${one}`, at(FIRST, { path }));
        await scenario.repeat("Update_with_append", `GET ${one}`, at(FIRST, { path }));
        const more = { ...update, resources: [{ collection: "collection", db: "db2" }, ...update.resources] };
        await scenario.repeat("Update_with_append", `PATCH ${one}`,
            role({ actions: [more, listSessions, find], inheritedRoles: [sharding, { db: "mydb", role: "read" }] }));
        await scenario.repeat("Update", `PATCH ${one}`,
            role({ actions: [listSessions], inheritedRoles: [sharding] }));
        await scenario.repeat("Delete", `DELETE ${one}`, at(FIRST, { path }));
        const others = {
            "role-282": [{ action: "UPDATE", resources: [{ db: "db" }] }],
            "role-159": [{ action: "UPDATE", resources: [{ db: "db" }] }],
            "role-913": [listSessions],
        };
        const all = `${GROUPS}/${groupId}/customDBRoles/roles`;
        for (const [roleName, actions] of Object.entries(others)) {
            await call("POST", all, { as: asKey, version: FIRST, body: { roleName, actions, inheritedRoles: [] } });
        }
        await scenario.repeat("List", `GET ${ROLES}`, at(FIRST, { path }));
        for (const roleName of Object.keys(others)) {
            await call("DELETE", `${all}/${roleName}`, { as: asKey, version: FIRST });
        }
    },

    async TestPrivateEndpointsAWS(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("privateEndpointsAWS-e2e-266"));
        const body = { providerName: "AWS", region: "EU_WEST_1" };
        const created = await scenario.repeat("Create", `POST ${GROUP}/privateEndpoint/endpointService`,
            at(FIRST, { path: { groupId: id }, body }));
        const path = { groupId: id, id: created.id };
        const one = `${GROUPS}/${id}/privateEndpoint/AWS/endpointService/${created.id}`;
        // the name of the service is the provider's: 17 random digits
        const named = async () => {
            const { endpointServiceName: ours } = (await call("GET", one, { as: asKey, version: FIRST })).json;
            return { [ours]: scenario.recordings.find(scenario.name, "List", 1, "GET", SERVICES).body[0].endpointServiceName };
        };
        await scenario.repeat("Watch", `GET ${SERVICES}/{id}`, at(FIRST, { path }));
        await status(one, "AVAILABLE");
        const like = await named();
        await scenario.repeat("Watch#2", `GET ${SERVICES}/{id}`, at(FIRST, { path, like }));
        await scenario.repeat("Describe", `GET ${SERVICES}/{id}`, at(FIRST, { path, like }));
        await scenario.repeat("List", `GET ${SERVICES}`, at(FIRST, { path, like }));
        await scenario.repeat("Delete", `DELETE ${SERVICES}/{id}`, at(FIRST, { path }));
        await missing(one, FIRST);
        await deleteQuietly(id);
    },

    async TestCustomDNS(scenario) {
        const { id } = await scenario.repeat("(set-up)", `POST ${GROUPS}`, project("customDNS-e2e-968"));
        const path = { groupId: id };
        const dns = `${GROUP}/awsCustomDNS`;
        await scenario.repeat("Enable", `PATCH ${dns}`, at(FIRST, { path, body: { enabled: true } }));
        await scenario.repeat("Describe", `GET ${dns}`, at(FIRST, { path }));
        await scenario.repeat("Disable", `PATCH ${dns}`, at(FIRST, { path, body: { enabled: false } }));
        await deleteQuietly(id);
    },

    /** On a free cluster, as neither sample data nor search indexes depend on the kind. */
    async TestSearch(scenario) {
        const { id } = (await call("POST", GROUPS, { as: asKey, ...project("search-e2e") })).json;
        const name = "search-476";
        const one = `${GROUPS}/${id}/clusters/${name}`;
        await call("POST", `${GROUPS}/${id}/clusters`, { as: asKey, version: ZONED, body: freeDraft(name) });
        await state(one, SHARDED, "IDLE");
        const load = await scenario.repeat("Load_Sample_data", `POST ${GROUP}/sampleDatasetLoad/{name}`,
            at(FIRST, { path: { groupId: id, name } }));
        const path = { groupId: id, name, load: load._id };
        const loads = `${GROUP}/sampleDatasetLoad/{load}`;
        await scenario.repeat("Load_Sample_data", `GET ${loads}`, at(FIRST, { path }));
        await loaded(`${GROUPS}/${id}/sampleDatasetLoad/${load._id}`);
        await scenario.repeat("Load_Sample_data#2", `GET ${loads}`, at(FIRST, { path }));

        const indexes = `${CLUSTER}/search/indexes`;
        const fts = `${CLUSTER}/fts/indexes`;
        const index = (step, namespace, indexName, definition) => {
            const [database, collectionName] = namespace.split(".");
            const body = { database, collectionName, name: indexName, definition };
            return scenario.repeat(step, `POST ${indexes}`, at(SEARCH, { path, body }));
        };
        const dynamic = { mappings: { dynamic: true } };
        path.index = (await index("Create_via_file", "sample_mflix.movies", "index-204", dynamic)).indexID;
        await scenario.repeat("Describe", `GET ${fts}/{index}`, at(FIRST, { path }));
        await scenario.repeat("Update_via_file", `PATCH ${indexes}/{index}`,
            at(SEARCH, { path, body: { definition: { ...dynamic, analyzer: "lucene.simple" } } }));
        const inMovies = { path: { ...path, database: "sample_mflix", collection: "movies" } };
        await scenario.repeat("list", `GET ${fts}/{database}/{collection}`, at(FIRST, inMovies));
        await scenario.repeat("Delete", `DELETE ${indexes}/{index}`, at(SEARCH, { path }));
        const recorded = (step, request) => scenario.recordings.find(scenario.name, step, 1, "POST", request).body;
        await index("Create_combinedMapping", "sample_guides.planets", "index-204",
            recorded("Create_combinedMapping", indexes).latestDefinition);
        const { indexID, status: _, ...body } = recorded("Create_staticMapping", fts);
        await scenario.repeat("Create_staticMapping", `POST ${fts}`, at(FIRST, { path, body }));
        await index("Create_array_mapping", "sample_training.posts", "index-array-220",
            recorded("Create_array_mapping", indexes).latestDefinition);
        await call("DELETE", one, { as: asKey, version: ZONED });
        await missing(one, SHARDED);
        await deleteQuietly(id);
    },

    async TestSetupFailureFlow(scenario) {
        const users = `POST ${GROUP}/databaseUsers`;
        const ipinfo = "GET /api/private/ipinfo";
        const major = "GET /api/private/unauth/nds/defaultMongoDBMajorVersion";
        const user = (who) => at(FIRST, { ...who, body: { username: "u", databaseName: "admin", roles: [] } });

        await scenario.repeat("(set-up)", `POST ${GROUPS}`, { ...project("setup-e2e-186"), as: asNobody });
        const { id } = await scenario.repeat("(set-up)#2", `POST ${GROUPS}`, project("setup-e2e-186"));
        const strangers = {
            Invalid_Private_Key: digest(telamon.publicKey, "not-the-private-key"),
            Invalid_Public_Key: digest("nobodysk", telamon.privateKey),
        };
        for (const [step, as] of Object.entries(strangers)) {
            await scenario.repeat(step, major, { as: asNobody });
            await scenario.repeat(step, ipinfo, { as });
            await scenario.repeat(step, users, user({ as, path: { groupId } }));
        }
        const nowhere = { path: { groupId: "111111111111111111111111" } };
        await scenario.repeat("Invalid_Project_ID", major, { as: asNobody });
        await scenario.repeat("Invalid_Project_ID", ipinfo, { as: asNobody });
        await scenario.repeat("Invalid_Project_ID#2", ipinfo);
        await scenario.repeat("Invalid_Project_ID", users, user({ as: asNobody, ...nowhere }));
        await scenario.repeat("Invalid_Project_ID#2", users, user(nowhere));
        await deleteQuietly(id);
    },
};
