// What one caller has learned of the server: the ids and names that answers showed.

const MOST = 30;

/** Where the `id` of an answer belongs, by the last word of the path that made or lists it. */
const BY_WORD = {
    groups: "groupId",
    apiKeys: "apiUserId",
    teams: "teamId",
    users: "userId",
    invites: "invitationId",
    events: "eventId",
    secrets: "secretId",
    faults: "faultId",
    flexClusters: "clusterId",
    serverless: "clusterId",
    clusters: "clusterId",
};
const NAMES = { flexClusters: "name", serverless: "name", clusters: "name", roles: "roleName", databaseUsers: "username", teams: "teamName" };
const SAME = { clusterName: "name", instanceName: "name", groupName: "groupName", entryValue: "ipAddress" };

export class Known {
    #own;
    #foreign;
    #values = new Map();
    #choose;
    #never;

    /**
     * @param own values by the name of the parameter that are there for certain
     * @param foreign the same of another organization
     * @param never ids that are not learned, as requests with them would take the caller's own rights away
     */
    constructor(choose, own, foreign, never) {
        this.#never = new Set(never);
        this.#choose = choose;
        this.#own = own;
        this.#foreign = foreign;
        this.#values.set("limitName", ["atlas.project.deployment.clusters", "atlas.project.security.databaseAccess.users"]);
        this.#values.set("databaseName", ["admin"]);
    }

    own(parameter) {
        return this.#own[parameter];
    }

    foreign(parameter) {
        return this.#foreign[parameter];
    }

    /** A value that has been seen for the parameter, or one that looks like it. */
    any(parameter) {
        const values = this.#values.get(SAME[parameter] ?? parameter) ?? [];
        if (this.#own[parameter] && (values.length === 0 || this.#choose.chance(0.9))) return this.#own[parameter];
        return values.length ? this.#choose.pick(values) : this.#choose.hex(24);
    }

    /** Takes in the ids and names of an answer to a request of that path. */
    learn(path, text) {
        const word = path.split("/").findLast((segment) => segment && !segment.startsWith("{"));
        try {
            this.#read(JSON.parse(text), word);
        } catch {
            // no JSON, nothing to learn
        }
    }

    #read(value, word) {
        if (Array.isArray(value)) value.slice(0, MOST).forEach((item) => this.#read(item, word));
        if (value === null || typeof value !== "object") return;
        if (value.results) this.#read(value.results, word);
        if (value.secrets) this.#read(value.secrets, "secrets");
        this.#add(BY_WORD[word], value.id);
        this.#add(word === "endpoint" ? "endpointId" : undefined, value._id);
        this.#add(NAMES[word], value.name ?? value.roleName ?? value.username);
        this.#add(word === "groups" ? "groupName" : undefined, value.name);
        this.#add("clientId", value.clientId);
        this.#add("ipAddress", value.ipAddress ?? value.cidrBlock);
    }

    #add(parameter, value) {
        if (parameter === undefined || typeof value !== "string" || this.#never.has(value)) return;
        const values = this.#values.get(parameter) ?? [];
        values.push(value);
        if (values.length > MOST) values.shift();
        this.#values.set(parameter, values);
    }
}
