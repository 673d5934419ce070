// Bodies that operations take, by operation id, and what can be made of them.

import { encodeText, hostileBytes, hostileText, hostileValue } from "./values.mjs";

const name = (choose) => `f-${choose.hex(8)}`;
const tags = (choose) => (choose.chance(0.5) ? [{ key: name(choose), value: "v" }] : []);
const groupRoles = (choose) => [choose.pick(["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN", "GROUP_CLUSTER_MANAGER"])];
const orgRoles = (choose) => [choose.pick(["ORG_OWNER", "ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_READ_ONLY"])];
const username = (choose) => `f-${choose.int(20)}@example.org`;
const region = () => ({ backingProviderName: "AWS", regionName: "US_EAST_1" });
const account = (choose, roles) => ({ name: name(choose), description: "fuzz", roles: roles(choose), secretExpiresAfterHours: 8 });
const address = (choose) => `192.0.${choose.int(256)}.${choose.int(256)}`;
const entries = (choose) => [choose.chance(0.5) ? { ipAddress: address(choose) } : { cidrBlock: `${address(choose)}/32` }];
const secret = () => ({ secretExpiresAfterHours: 8 });

function databaseUser(choose, known) {
    return {
        databaseName: "admin",
        username: name(choose),
        password: `p-${choose.hex(12)}`,
        description: "fuzz",
        roles: [{ databaseName: "admin", roleName: choose.pick(["readWriteAnyDatabase", "atlasAdmin", known.any("roleName")]) }],
        scopes: choose.chance(0.3) ? [{ name: known.any("name"), type: "CLUSTER" }] : [],
        labels: [{ key: "a", value: "b" }],
        ...(choose.chance(0.2) ? { deleteAfterDate: new Date(Date.now() + 3600_000).toISOString() } : {}),
    };
}

const customRole = (choose) => ({
    actions: [{ action: choose.pick(["FIND", "INSERT", "LIST_DATABASES"]), resources: [{ collection: "c", db: "d" }] }],
    inheritedRoles: [{ db: "admin", role: "read" }],
    roleName: name(choose),
});

/** A free cluster or a replica set. */
const cluster = (c) => ({
    name: name(c),
    clusterType: "REPLICASET",
    replicationSpecs: [{ regionConfigs: [c.chance(0.5)
        ? { electableSpecs: { instanceSize: "M0" }, priority: 7, providerName: "TENANT", ...region() }
        : {
            analyticsSpecs: { instanceSize: "M20", nodeCount: c.int(2) },
            autoScaling: { diskGB: { enabled: c.chance(0.5) } },
            electableSpecs: { diskSizeGB: 10 + c.int(50), instanceSize: c.pick(["M10", "M30", "M40_NVME"]), nodeCount: 3 },
            priority: 7,
            providerName: c.pick(["AWS", "AWS", "AZURE", "GCP"]),
            regionName: c.pick(["US_EAST_1", "US_EAST_2", "CENTRAL_US"]),
        }], zoneName: "Zone 1" }],
    backupEnabled: c.chance(0.5),
    labels: tags(c),
    tags: tags(c),
    terminationProtectionEnabled: false,
});

/** Each gives a valid body, given choices and what is known of the server. */
const BODIES = {
    createGroup: (c, k) => ({ name: name(c), orgId: k.own("orgId"), tags: tags(c) }),
    updateGroup: (c) => ({ name: name(c), tags: tags(c) }),
    createGroupAccessListEntry: (c) => [{ ...entries(c)[0], comment: "fuzz" }],
    createGroupApiKey: (c) => ({ desc: "fuzz", roles: groupRoles(c) }),
    addGroupApiKey: (c) => [{ roles: groupRoles(c) }],
    updateGroupApiKeyRoles: (c) => ({ desc: "fuzz", roles: groupRoles(c) }),
    createGroupCustomDbRoleRole: customRole,
    updateGroupCustomDbRoleRole: (c) => ({ actions: customRole(c).actions }),
    createGroupDatabaseUser: databaseUser,
    updateGroupDatabaseUser: (c, k) => ({ roles: databaseUser(c, k).roles, description: "fuzz" }),
    createGroupCluster: cluster,
    updateGroupCluster: (c) => {
        const { replicationSpecs, backupEnabled, labels } = cluster(c);
        return c.pick([
            { tags: tags(c), terminationProtectionEnabled: false },
            { paused: c.chance(0.5) },
            { replicationSpecs, backupEnabled, labels },
        ]);
    },
    updateGroupClusterProcessArgs: (c) => ({ javascriptEnabled: c.chance(0.5) }),
    createGroupFlexCluster: (c) => ({ name: name(c), providerSettings: region(), tags: tags(c) }),
    updateGroupFlexCluster: (c) => ({ tags: tags(c), terminationProtectionEnabled: false }),
    setGroupLimit: (c) => ({ value: c.int(100) }),
    createGroupPrivateEndpointServerlessInstanceEndpoint: () => ({ comment: "fuzz" }),
    updateGroupPrivateEndpointServerlessInstanceEndpoint: (c) => ({
        providerName: "AWS",
        cloudProviderEndpointId: `vpce-${c.hex(17)}`,
        comment: "fuzz",
    }),
    createGroupServerlessInstance: (c) => ({
        name: name(c),
        providerSettings: { ...region(), providerName: "SERVERLESS" },
        serverlessBackupOptions: { serverlessContinuousBackupEnabled: true },
    }),
    updateGroupServerlessInstance: (c) => ({ tags: tags(c), terminationProtectionEnabled: false }),
    createGroupServiceAccount: (c) => account(c, groupRoles),
    updateGroupServiceAccount: (c) => ({ name: name(c), roles: groupRoles(c) }),
    createGroupServiceAccountAccessList: entries,
    createGroupServiceAccountSecret: secret,
    inviteGroupServiceAccount: (c) => ({ roles: groupRoles(c) }),
    updateGroupSettings: (c) => ({ isDataExplorerEnabled: c.chance(0.5) }),
    addGroupTeams: (c, k) => [{ roleNames: groupRoles(c), teamId: k.any("teamId") }],
    updateGroupTeam: (c) => ({ roleNames: groupRoles(c) }),
    createOrg: (c) => ({ name: name(c), serviceAccount: account(c, orgRoles), apiKey: { desc: "fuzz", roles: orgRoles(c) } }),
    updateOrg: (c) => ({ name: name(c) }),
    createOrgApiKey: (c) => ({ desc: "fuzz", roles: orgRoles(c) }),
    updateOrgApiKey: (c) => ({ desc: "fuzz", roles: orgRoles(c) }),
    createOrgApiKeyAccessListEntry: entries,
    createOrgServiceAccount: (c) => account(c, orgRoles),
    updateOrgServiceAccount: (c) => ({ name: name(c), roles: orgRoles(c) }),
    createOrgServiceAccountAccessList: entries,
    createOrgServiceAccountSecret: secret,
    updateOrgSettings: (c) => ({ multiFactorAuthRequired: c.chance(0.5), securityContact: "a@example.org" }),
    createOrgTeam: (c) => ({ name: name(c), usernames: ["owner@telamon.localhost"] }),
    renameOrgTeam: (c) => ({ name: name(c) }),
    addOrgTeamUsers: (c, k) => [{ id: k.any("userId") }],
    addOrgTeamUser: (c, k) => ({ id: k.any("userId") }),
    removeOrgTeamUser: (c, k) => ({ id: k.any("userId") }),
    createOrgUser: (c) => ({ username: username(c), roles: { orgRoles: orgRoles(c) } }),
    updateOrgUser: (c) => ({ roles: { orgRoles: orgRoles(c) }, teamIds: [] }),
    addOrgUserRole: (c) => ({ orgRole: orgRoles(c)[0] }),
    removeOrgUserRole: (c) => ({ orgRole: orgRoles(c)[0] }),
    updateOrgUserRoles: (c) => ({ orgRoles: orgRoles(c) }),
    addGroupUsers: (c) => ({ username: username(c), roles: groupRoles(c) }),
    addGroupUserRole: (c) => ({ groupRole: groupRoles(c)[0] }),
    removeGroupUserRole: (c) => ({ groupRole: groupRoles(c)[0] }),
    updateGroupUserRoles: (c) => ({ groupRoles: groupRoles(c) }),
    addGroupAccessUser: (c) => ({ username: username(c), roles: groupRoles(c) }),
    createOrgInvite: (c) => ({ username: username(c), roles: orgRoles(c) }),
    updateOrgInvites: (c) => ({ username: username(c), roles: orgRoles(c) }),
    updateOrgInviteById: (c) => ({ roles: orgRoles(c) }),
    createGroupInvite: (c) => ({ username: username(c), roles: groupRoles(c) }),
    updateGroupInvites: (c) => ({ username: username(c), roles: groupRoles(c) }),
    updateGroupInviteById: (c) => ({ roles: groupRoles(c) }),
    createUser: (c) => ({
        username: username(c), password: "not-to-be-kept", country: "IE", firstName: "Ann", lastName: "Fuzz", roles: [],
    }),
    setCalendar: (c) => ({ calendar: c.pick([...Array(9).fill("serverless"), "flex", "sunset", "today", "2025-06-30"]) }),
    migrateServerlessInstances: (c, k) => (c.chance(0.5) ? {} : { groupId: k.any("groupId") }),
    releaseTransitions: (c) => (c.chance(0.5) ? {} : { id: c.hex(24) }),
    setClusterLimits: (c) => ({ connections: c.int(500), databases: c.int(100) }),
};

// Those of faults are never changed: one that answers 500, waits or closes the connection would look like a fault of the server.
const FAULTS = [
    { operation: "listEventTypes", status: 429, count: 3 },
    { operation: "listEventTypes", latencyMillis: 1 },
    { stuck: { clusterName: "stuck*" }, count: 1 },
    { operation: "listEventTypes", status: 418 },
    { operation: "a\0b", status: 429 },
    { operation: "\\E.*\\Q(", status: 429, count: 1 },
    { status: 429, probability: 0 },
    {},
];

const FORMS = {
    createAccessToken: () => ["grant_type=client_credentials"],
    revokeAccessToken: (c) => [`token=${c.hex(40)}`, "token_type_hint=access_token"],
};

/** The bytes of a body for the operation: mostly valid, often nearly, sometimes not at all. */
export function bodyOf(operation, choose, known) {
    if (FORMS[operation.id]) return form(FORMS[operation.id](choose), choose);
    if (operation.id === "createFault") return Buffer.from(JSON.stringify(choose.pick(FAULTS)));
    if (!BODIES[operation.id]) return choose.chance(0.1) ? hostileBytes(choose, "{}") : Buffer.alloc(0);
    const body = BODIES[operation.id](choose, known);
    if (choose.chance(0.06)) return hostileBytes(choose, JSON.stringify(body));
    if (choose.chance(0.33)) {
        for (let i = choose.int(3); i >= 0; i--) mutate(body, choose);
    }
    return Buffer.from(JSON.stringify(body));
}

function mutate(root, choose) {
    const places = [];
    collect(root, places);
    const [holder, key] = places.length ? choose.pick(places) : [root, "a"];
    choose.weighted([
        [5, () => (holder[key] = hostileValue(choose))],
        [3, () => (holder[key] = hostileText(choose))],
        [2, () => (Array.isArray(holder) ? holder.splice(key, 1) : delete holder[key])],
        [1, () => (holder[key] = [holder[key]])],
        [1, () => (holder[Array.isArray(holder) ? 0 : hostileText(choose)] = holder[key])],
        [1, () => (holder[Array.isArray(holder) ? 0 : "surprise"] = hostileValue(choose))],
        [1, () => (holder[key] = String(holder[key]).repeat(30))],
    ])();
}

function collect(value, places) {
    if (value === null || typeof value !== "object") return;
    for (const key of Object.keys(value)) {
        places.push([value, key]);
        collect(value[key], places);
    }
}

function form(fields, choose) {
    if (choose.chance(0.2)) fields.push(`${encodeText(hostileText(choose))}=${encodeText(hostileText(choose))}`);
    if (choose.chance(0.1)) fields.push(choose.pick(["%00=1", "a=%zz", "a=%ff", "=", "&&&", fields[0], "a=b&".repeat(300)]));
    return Buffer.from(fields.join("&"));
}
