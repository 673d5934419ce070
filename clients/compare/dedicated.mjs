// The recorded scenarios that make dedicated clusters, or begin with one.

import assert from "node:assert/strict";

import { asKey, asNobody, call } from "../check/curl.mjs";
import { eventually } from "../check/suite.mjs";
import { telamon } from "../check/telamon.mjs";

const API = "/api/atlas/v2";
const GROUPS = `${API}/groups`;
const CLUSTERS = `${GROUPS}/{groupId}/clusters`;
const CLUSTER = `${CLUSTERS}/{name}`;
const VERSION = "/api/private/unauth/nds/defaultMongoDBMajorVersion";
const FIRST = "2023-01-01";
const ZONED = "2023-02-01";
const SHARDED = "2024-08-05";
const INDEPENDENT = "2024-10-23";

const at = (version, more) => ({ version, ...more });
const project = (name) => at(FIRST, { body: { name, orgId: telamon.orgId, withDefaultAlertsSettings: true } });
const asKeyAt = (version) => ({ as: asKey, version });

/** A replica set of M10 as the Atlas CLI asks for it, and with `more`. */
const draft = (groupId, name, more) => ({
    groupId,
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

const pathOf = ({ groupId, name }) => `${GROUPS}/${groupId}/clusters/${name}`;

async function idle(path) {
    await eventually(async () =>
        assert.equal((await call("GET", pathOf(path), asKeyAt(SHARDED))).json.stateName, "IDLE"));
}

async function gone(path) {
    await eventually(async () => assert.equal((await call("GET", pathOf(path), asKeyAt(SHARDED))).status, 404));
}

async function end(path) {
    await call("DELETE", pathOf(path), asKeyAt(ZONED));
    await gone(path);
    await call("DELETE", `${GROUPS}/${path.groupId}`, asKeyAt(FIRST));
}

/** A project, with the name that was recorded where its making was. */
async function projectOf(scenario, recorded) {
    if (!recorded) {
        const name = `${scenario.name.toLowerCase()}-e2e`;
        return (await call("POST", GROUPS, { as: asKey, ...project(name) })).json.id;
    }
    const { name } = scenario.recordings.find(scenario.name, "(set-up)", 1, "POST", GROUPS).body;
    return (await scenario.repeat("(set-up)", `POST ${GROUPS}`, project(name))).id;
}

/**
 * The set-up of a scenario: a project, a replica set, and reading it until it is idle.
 *
 * @param {{name: string, size?: object, more?: object, makes?: string, asks?: string[]}} how `makes` is the step that makes the cluster,
 *     `asks` what else was recorded: the making of the project, and questions about regions and versions
 */
async function setUp(scenario, { name, size, more = {}, makes = "(set-up)", asks = ["project", "regions", "version"] }) {
    const groupId = await projectOf(scenario, asks.includes("project"));
    const path = { groupId, name };
    if (asks.includes("regions")) {
        await scenario.repeat("(set-up)", `GET ${CLUSTERS}/provider/regions`,
            at(FIRST, { path, query: `?providers=AWS&tier=${size?.instanceSize ?? "M10"}` }));
    }
    if (asks.includes("version")) await scenario.repeat("(set-up)", `GET ${VERSION}`, { as: asNobody });
    const body = draft(groupId, name, more);
    if (size) body.replicationSpecs[0].regionConfigs[0].electableSpecs = size;
    await scenario.repeat(makes, `POST ${CLUSTERS}`, at(ZONED, { path, body }));
    await scenario.repeat("(set-up)", `GET ${CLUSTER}`, at(ZONED, { path }));
    await scenario.repeat("(set-up)#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
    await idle(path);
    await scenario.repeat("(set-up)#3", `GET ${CLUSTER}`, at(SHARDED, { path }));
    return path;
}

/** Two shards of M10 as the Atlas CLI asks for them. */
const shards = (more, region = {}) => Array.from({ length: 2 }, () => ({
    regionConfigs: [{
        electableSpecs: { instanceSize: "M10", nodeCount: 3, ...more },
        priority: 7,
        providerName: "AWS",
        regionName: "US_EAST_1",
        ...region,
    }],
    zoneName: "Zone 1",
}));

export const dedicated = {
    async TestIndependendShardScalingCluster(scenario) {
        const groupId = await projectOf(scenario, true);
        const path = { groupId, name: "cluster-759" };
        await scenario.repeat("(set-up)", `GET ${CLUSTERS}/provider/regions`,
            at(FIRST, { path, query: "?providers=AWS&tier=M10" }));
        await scenario.repeat("(set-up)", `GET ${VERSION}`, { as: asNobody });
        const body = { groupId, name: path.name, clusterType: "SHARDED", replicationSpecs: shards({ diskSizeGB: 30 }) };
        await scenario.repeat("Create_ISS_cluster", `POST ${CLUSTERS}`, at(INDEPENDENT, { path, body }));
        await scenario.repeat("Create_ISS_cluster", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Create_ISS_cluster#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Get_ISS_cluster", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Check_autoScalingMode_is_independentShardScaling",
            `GET ${CLUSTER}/autoScalingConfiguration`, at(SHARDED, { path }));
        await scenario.repeat("List_ISS_cluster", `GET ${CLUSTERS}`, at(SHARDED, { path }));
        await scenario.repeat("List_ISS_cluster", `GET ${CLUSTER}/autoScalingConfiguration`, at(SHARDED, { path }));
        await scenario.repeat("Pause_ISS_cluster_with_the_wrong_flag", `PATCH ${CLUSTER}`,
            at(ZONED, { path, body: { paused: true } }));
        await scenario.repeat("Get_ISS_cluster_autoScalingMode", `GET ${CLUSTER}/autoScalingConfiguration`,
            at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Start_ISS_cluster", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, body: { paused: false } }));
        await scenario.repeat("Connect_to_ISS_cluster", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Connect_to_ISS_cluster#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Connect_to_ISS_cluster#3", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Delete_ISS_cluster", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Delete_ISS_cluster", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await gone(path);
        await scenario.repeat("Delete_ISS_cluster#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await call("DELETE", `${GROUPS}/${groupId}`, asKeyAt(FIRST));
    },

    async TestISSClustersFile(scenario) {
        const groupId = await projectOf(scenario, false);
        const path = { groupId, name: "cluster-634" };
        const specs = (instanceSize) => shards({ diskSizeGB: 10, instanceSize }, { regionName: "EU_WEST_1" })
            .map((spec) => ({ ...spec, zoneName: "Zone1" }));
        const body = {
            groupId, name: path.name, clusterType: "SHARDED", backupEnabled: true, replicationSpecs: specs("M10"),
            tags: [{ key: "e2e_test", value: "yes" }],
        };
        await scenario.repeat("Create_ISS_Cluster_via_file", `POST ${CLUSTERS}`, at(INDEPENDENT, { path, body }));
        await scenario.repeat("Watch_ISS_cluster", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Watch_ISS_cluster#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Watch_ISS_cluster#3", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Get_ISS_cluster_autoScalingMode", `GET ${CLUSTER}/autoScalingConfiguration`,
            at(SHARDED, { path }));
        await scenario.repeat("Pause_ISS_cluster", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, body: { paused: true } }));
        await idle(path);
        await scenario.repeat("Start_ISS_cluster", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, body: { paused: false } }));
        await scenario.repeat("Update_ISS_cluster_with_file", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Update_ISS_cluster_with_file", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, body: { replicationSpecs: specs("M30") } }));
        await scenario.repeat("Delete_ISS_Cluster_-_created_via_file", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Delete_ISS_Cluster_-_created_via_file", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await gone(path);
        await scenario.repeat("Delete_ISS_Cluster_-_created_via_file#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await call("DELETE", `${GROUPS}/${groupId}`, asKeyAt(FIRST));
    },

    /** Terraform's update of a replica set, with the bodies that were recorded. */
    async replicasetAdvConfigUpdate(scenario) {
        const groupId = await projectOf(scenario, false);
        const name = "test-acc-tf-c-399913870";
        const path = { groupId, name };
        const like = { [`clusters/${name}`]: "clusters/{clusterName}", [`"name":"${name}"`]: '"name":"{clusterName}"' };
        const args = `${CLUSTER}/processArgs`;
        const asked = (step, seq, request) => plain(scenario.recordings.find(scenario.name, step, seq, ...request).request);
        await scenario.repeat("1", `POST ${CLUSTERS}`,
            at(INDEPENDENT, { path, like, body: { ...asked("1", 1, ["POST", CLUSTERS]), name } }));
        await scenario.repeat("1#2", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await idle(path);
        await scenario.repeat("1#18", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await scenario.repeat("1#20", `GET ${args}`, at(SHARDED, { path }));
        await scenario.repeat("1#21", `GET ${CLUSTERS}`, at(SHARDED, { path, like }));
        await scenario.repeat("2#49", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, like, body: asked("2", 49, ["PATCH", CLUSTER]) }));
        await scenario.repeat("2#50", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await idle(path);
        await scenario.repeat("2#59", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await scenario.repeat("2#61", `PATCH ${args}`, at(SHARDED, { path, body: asked("2", 61, ["PATCH", args]) }));
        await scenario.repeat("2#62", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await idle(path);
        await scenario.repeat("2#71", `GET ${args}`, at(SHARDED, { path }));
        await scenario.repeat("3#95", `PATCH ${CLUSTER}`,
            at(INDEPENDENT, { path, like, body: asked("3", 95, ["PATCH", CLUSTER]) }));
        await idle(path);
        await scenario.repeat("3#96", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await scenario.repeat("4#134", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("4#135", `GET ${CLUSTER}`, at(SHARDED, { path, like }));
        await gone(path);
        await call("DELETE", `${GROUPS}/${groupId}`, asKeyAt(FIRST));
    },

    async TestAutogeneratedCommands(scenario) {
        await end(await setUp(scenario, { name: "AutogeneratedCommands-1", asks: ["project", "regions"] }));
    },

    async TestClustersFlags(scenario) {
        const groupId = await projectOf(scenario, true);
        const path = { groupId, name: "cluster-712" };
        await scenario.repeat("(set-up)", `GET ${CLUSTERS}/provider/regions`,
            at(FIRST, { path, query: "?providers=AWS&tier=M10" }));
        await scenario.repeat("(set-up)", `GET ${VERSION}`, { as: asNobody });
        const body = draft(groupId, path.name, {
            mongoDBMajorVersion: "7.0",
            tags: [{ key: "env", value: "test" }],
            terminationProtectionEnabled: true,
        });
        await scenario.repeat("Create", `POST ${CLUSTERS}`, at(ZONED, { path, body }));
        await scenario.repeat("Create", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await idle(path);
        await scenario.repeat("Create#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("List", `GET ${CLUSTERS}`, at(ZONED, { path }));
        await scenario.repeat("Describe", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Describe_Connection_String", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Fail_Delete_for_Termination_Protection_enabled", `DELETE ${CLUSTER}`,
            at(ZONED, { path, like: { [groupId]: "6a799efbc0eb9e7a177d7e0e" } }));
        await scenario.repeat("Update", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await scenario.repeat("Update", `GET ${CLUSTER}/autoScalingConfiguration`, at(SHARDED, { path }));
        const before = await scenario.repeat("Update#2", `GET ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Update", `PATCH ${CLUSTER}`, at(ZONED, { path, body: {
            ...before, diskSizeGB: 40, mongoDBMajorVersion: "8.0", terminationProtectionEnabled: false,
        } }));
        await idle(path);
        await scenario.repeat("Update_Advanced_Configuration_Settings", `PATCH ${CLUSTER}/processArgs`,
            at(FIRST, { path, body: { defaultWriteConcern: "majority" } }));
        await scenario.repeat("Describe_Advanced_Configuration_Settings", `GET ${CLUSTER}/processArgs`,
            at(FIRST, { path }));
        await idle(path);
        await scenario.repeat("Delete", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("Delete", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await gone(path);
        await scenario.repeat("Delete#2", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await call("DELETE", `${GROUPS}/${groupId}`, asKeyAt(FIRST));
    },

    async TestSearchNodes(scenario) {
        const size = { instanceSize: "M20", nodeCount: 3 };
        await end(await setUp(scenario, {
            name: "cluster-235", size, more: { mongoDBMajorVersion: "7.0" }, asks: ["regions"],
        }));
    },

    async TestMetrics(scenario) {
        await end(await setUp(scenario, { name: "metrics-659" }));
    },

    async TestSearch(scenario) {
        await end(await setUp(scenario, { name: "search-476" }));
    },

    async TestLDAPWithFlags(scenario) {
        await end(await setUp(scenario, { name: "ldap-954" }));
    },

    async TestLogs(scenario) {
        await end(await setUp(scenario, { name: "logs-113" }));
    },

    async TestSnapshots(scenario) {
        const more = { backupEnabled: true, diskSizeGB: 10, pitEnabled: true };
        const path = await setUp(scenario, { name: "cluster-209", more, makes: "Create_cluster", asks: ["version"] });
        await scenario.repeat("(set-up)", `DELETE ${CLUSTER}`, at(ZONED, { path }));
        await scenario.repeat("(set-up)#4", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await gone(path);
        await scenario.repeat("(set-up)#5", `GET ${CLUSTER}`, at(SHARDED, { path }));
        await call("DELETE", `${GROUPS}/${path.groupId}`, asKeyAt(FIRST));
    },

    async TestSchedule(scenario) {
        await end(await setUp(scenario, { name: "backupSchedule-600", more: { backupEnabled: true, pitEnabled: true } }));
    },
};

/** A recorded body, whose decimals are kept apart in reading. */
function plain(value) {
    return JSON.parse(JSON.stringify(value), (_, each) => each?.decimal === undefined ? each : Number(each.decimal));
}
