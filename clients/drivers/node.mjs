// What npm's `mongodb` is put through, whatever its version.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { begin, check, close } from "../check/suite.mjs";

const at = JSON.parse(readFileSync(process.env.TELAMON_DRIVERS, "utf8"));
const QUICK = { serverSelectionTimeoutMS: 3000, connectTimeoutMS: 3000 };

/** Runs all checks with the module of the driver. */
export async function run(name, { MongoClient }) {
    const clientOf = (uri, options) => new MongoClient(uri, { ...QUICK, ...options });

    async function using(uri, something, options) {
        const client = clientOf(uri, options);
        try {
            return await something(client);
        } finally {
            await client.close();
        }
    }

    const ping = (client) => client.db("shop").command({ ping: 1 });
    const read = (client) => client.db("shop").collection("things").findOne({});
    const coded = (code) => (error) => error.code === code || assert.fail(`code ${error.code}: ${error.message}`);

    begin(name);
    await check("connects by the standard string and is who it says", () =>
        using(at.admin, async (client) => {
            const { authInfo } = await client.db("admin").command({ connectionStatus: 1 });
            assert.deepEqual(authInfo.authenticatedUsers, [{ user: "writer", db: "admin" }]);
        }));
    await check("is refused with a wrong password", () =>
        assert.rejects(using(at.wrong, read), coded(8000)));
    await check("is refused as a user of another project", () =>
        assert.rejects(using(at.foreign, read), coded(8000)));
    await check("is not let in from an address that is not on the list", () =>
        assert.rejects(using(at.unlisted, read), { name: "MongoServerSelectionError" }));

    const client = clientOf(at.admin);
    const shop = client.db("shop");

    await check("creates, reads, updates and deletes", async () => {
        const things = shop.collection("things");
        assert.equal((await things.insertMany([{ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3, n: 3 }])).insertedCount, 3);
        assert.equal((await things.updateMany({ n: { $gte: 2 } }, { $set: { big: true } })).modifiedCount, 2);
        assert.equal((await things.replaceOne({ _id: 9 }, { n: 9 }, { upsert: true })).upsertedId, 9);
        assert.equal((await things.deleteOne({ _id: 9 })).deletedCount, 1);
        assert.deepEqual(await things.findOne({ _id: 2 }), { _id: 2, n: 2, big: true });
        assert.equal(await things.countDocuments({ big: true }), 2);
        assert.deepEqual((await things.distinct("n")).sort(), [1, 2, 3]);
    });
    await check("lets a read-only user read, and not write", () =>
        using(at.reader, async (reader) => {
            const things = reader.db("shop").collection("things");
            assert.equal(await things.countDocuments({}), 3);
            await assert.rejects(things.insertOne({ _id: 4 }), coded(8000));
        }));
    await check("reads a cursor of many batches in order", async () => {
        const many = shop.collection("many");
        await many.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i, even: i % 2 === 0 })));
        const ids = await many.find({}, { batchSize: 100 }).sort({ _id: 1 }).map(({ _id }) => _id).toArray();
        assert.deepEqual(ids, Array.from({ length: 1000 }, (_, i) => i));
        const cursor = many.find({}, { batchSize: 10 });
        assert.ok(await cursor.next());
        await cursor.close();
    });
    await check("makes indexes, which are used and may be unique", async () => {
        const indexed = shop.collection("indexed");
        await indexed.createIndex({ name: 1 }, { unique: true });
        await indexed.insertOne({ name: "a" });
        await assert.rejects(indexed.insertOne({ name: "a" }), coded(11000));
        assert.deepEqual((await indexed.indexes()).map((index) => index.name), ["_id_", "name_1"]);
        await indexed.dropIndex("name_1");
        await indexed.insertOne({ name: "a" });
    });
    await check("aggregates", async () => {
        const groups = await shop.collection("many").aggregate([
            { $match: { _id: { $lt: 100 } } },
            { $group: { _id: "$even", n: { $sum: 1 } } },
            { $sort: { _id: 1 } },
        ]).toArray();
        assert.deepEqual(groups, [{ _id: false, n: 50 }, { _id: true, n: 50 }]);
    });
    await check("works in a session", async () => {
        const session = client.startSession();
        await shop.collection("things").insertOne({ _id: "in a session" }, { session });
        assert.ok(await shop.collection("things").findOne({ _id: "in a session" }, { session }));
        await session.endSession();
    });
    await check("runs 1000 operations at once", async () => {
        const counters = shop.collection("counters");
        await counters.insertMany(Array.from({ length: 10 }, (_, i) => ({ _id: i, n: 0 })));
        await Promise.all(Array.from({ length: 1000 }, (_, i) =>
            counters.updateOne({ _id: i % 10 }, { $inc: { n: 1 } })));
        assert.equal(await counters.countDocuments({ n: 100 }), 10);
    });
    await check("is refused what the tier does not run", async () => {
        const things = shop.collection("things");
        await assert.rejects(things.find({ $where: "true" }).toArray(), coded(8000));
        await assert.rejects(things.find({}, { noCursorTimeout: true }).toArray(), coded(8000));
        await assert.rejects(shop.command({ mapReduce: "things", map: "", reduce: "", out: { inline: 1 } }), coded(8000));
        await assert.rejects(shop.command({ noSuchCommand: 1 }), coded(59));
        await assert.rejects(client.db("local").collection("x").insertOne({}), coded(8000));
    });
    await client.close();

    await check("meets the limits of names, nesting and pipelines", () =>
        using(at.narrow, async (narrow) => {
            const insert = (database, collection, document = {}) =>
                narrow.db(database).collection(collection).insertOne(document);
            await insert("a", "x");
            await insert("b", "y");
            await assert.rejects(insert("elevenchars", "x"), coded(8000));
            await assert.rejects(insert("a", "c".repeat(29)), coded(8000));
            await assert.rejects(insert("a", "x", { a: { b: { c: { d: { e: { f: 1 } } } } } }), coded(8000));
            const stages = Array.from({ length: 4 }, () => ({ $match: {} }));
            await assert.rejects(narrow.db("a").collection("x").aggregate(stages).toArray(), coded(8000));
        }));
    await check("meets the limits of databases and collections", () =>
        using(at.narrow, async (narrow) => {
            await assert.rejects(narrow.db("c").collection("z").insertOne({}), coded(8000));
            await narrow.db("a").createCollection("third");
            await assert.rejects(narrow.db("a").createCollection("fourth"), coded(8000));
        }));
    await check("meets the limit of storage, and may still delete", () =>
        using(at.full, async (full) => {
            const things = full.db("shop").collection("things");
            const fill = async () => {
                for (;;) {
                    await things.insertMany(Array.from({ length: 20 }, () => ({ text: "x".repeat(5000) })));
                    await new Promise((resolve) => setTimeout(resolve, 200));
                }
            };
            await assert.rejects(fill(), coded(8000));
            assert.ok((await things.deleteMany({})).deletedCount > 0);
        }));
    await check("meets the limit of connections, which closing one lifts", async () => {
        const clients = [];
        const crowd = async () => {
            for (;;) {
                clients.push(clientOf(at.crowded, { maxPoolSize: 1 }));
                await ping(clients.at(-1));
            }
        };
        await assert.rejects(crowd(), { name: "MongoServerSelectionError" });
        assert.ok(clients.length > 1, "nobody is let in");
        await Promise.all(clients.map((crowding) => crowding.close()));
        await using(at.crowded, ping);
    });
    await check("waits at the limit of operations, and is not refused", () =>
        using(at.slow, async (slow) => {
            const things = slow.db("shop").collection("things");
            await Promise.all(Array.from({ length: 60 }, (_, _id) => things.insertOne({ _id })));
            assert.equal(await things.countDocuments({}), 60);
        }));
    close();
}
