// mongosh, told what to run by its command line.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

import { begin, check, close } from "../../check/suite.mjs";

const run = promisify(execFile);
const at = JSON.parse(readFileSync(process.env.TELAMON_DRIVERS, "utf8"));
const SHELL = new URL("node_modules/.bin/mongosh", import.meta.url).pathname;

/** What a script prints as JSON. */
async function shell(uri, script) {
    const { stdout } = await run(
        SHELL,
        [`${uri}&serverSelectionTimeoutMS=3000`, "--quiet", "--norc", "--json=relaxed", "--eval", script],
        { env: { ...process.env, MONGOSH_FORCE_DISABLE_TELEMETRY_FOR_TESTING: "1" } },
    );
    return JSON.parse(stdout);
}

/** Fails unless the shell ends with an error that says so. */
const refused = (uri, script, words) =>
    assert.rejects(shell(uri, script), (error) => {
        assert.match(error.stderr + error.stdout, words);
        return true;
    });

const USE = "shop = db.getSiblingDB('shop');";

begin("mongosh");
await check("connects by the standard string and is who it says", async () => {
    const { authInfo } = await shell(at.admin, "db.runCommand({ connectionStatus: 1 })");
    assert.deepEqual(authInfo.authenticatedUsers, [{ user: "writer", db: "admin" }]);
});
await check("is refused with a wrong password", () => refused(at.wrong, "db.hello()", /[Aa]uthentication failed|bad auth/));
await check("is refused as a user of another project", () =>
    refused(at.foreign, "db.hello()", /[Aa]uthentication failed|bad auth/));
await check("is not let in from an address that is not on the list", () =>
    refused(at.unlisted, "db.hello()", /closed|disconnected|timed out|ECONNRESET/));
await check("creates, reads, updates, aggregates and deletes", async () => {
    const answer = await shell(at.admin, `${USE}
        shop.things.insertMany(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i % 3 })));
        shop.things.updateMany({ n: 0 }, { $set: { zero: true } });
        shop.things.deleteOne({ _id: 299 });
        shop.things.createIndex({ n: 1 });
        ({
            count: shop.things.countDocuments({ zero: true }),
            read: shop.things.find().batchSize(50).toArray().length,
            groups: shop.things.aggregate([{ $group: { _id: "$n", n: { $sum: 1 } } }, { $sort: { _id: 1 } }]).toArray(),
            indexes: shop.things.getIndexes().map(({ name }) => name),
            collections: shop.getCollectionNames(),
        })`);
    assert.deepEqual(answer, {
        count: 100,
        read: 299,
        groups: [{ _id: 0, n: 100 }, { _id: 1, n: 100 }, { _id: 2, n: 99 }],
        indexes: ["_id_", "n_1"],
        collections: ["things"],
    });
});
await check("works in a session", async () => {
    const answer = await shell(at.admin, `
        session = db.getMongo().startSession();
        things = session.getDatabase("shop").things;
        things.insertOne({ _id: "in a session" });
        found = things.findOne({ _id: "in a session" });
        session.endSession();
        found`);
    assert.deepEqual(answer, { _id: "in a session" });
});
await check("shows databases", async () => {
    const { databases } = await shell(at.admin, "db.adminCommand({ listDatabases: 1, nameOnly: true })");
    assert.ok(databases.some(({ name }) => name === "shop"));
});
await check("lets a read-only user read, and not write", async () => {
    assert.equal(await shell(at.reader, `${USE} shop.things.countDocuments({ zero: true })`), 100);
    await refused(at.reader, `${USE} shop.things.insertOne({})`, /not allowed|not authorized/);
});
await check("is refused what the tier does not run", () =>
    refused(at.admin, `${USE} shop.things.find({ $where: "true" }).toArray()`, /\$where/));
await check("meets the limit of databases", () =>
    refused(
        at.narrow,
        "['a', 'b', 'c'].forEach((name) => db.getSiblingDB(name).things.insertOne({}))",
        /cannot create a new database/,
    ));
close();
