import assert from "node:assert/strict";
import { test } from "node:test";

import { differences } from "./difference.mjs";
import { parse } from "./recordings.mjs";

const answer = (body, headers = {}) => ({ status: 200, headers, body });
const places = (recorded, ours) => differences(recorded, ours).map(({ where }) => where);

test("finds nothing between answers that differ in ids, times and addresses", () => {
    const recorded = answer({
        id: "6a793f5fc0eb9e7a17714c2a",
        createDate: "2026-08-10T03:02:55Z",
        srv: "mongodb+srv://cluster-83.ixq5zsj.example.net",
        href: "http://localhost:8080/api/atlas/v2/groups/6a793f5fc0eb9e7a17714c2a",
    });
    const ours = answer({
        id: "0123456789abcdef01234567",
        createDate: "2026-01-01T00:00:00Z",
        srv: "mongodb+srv://cluster-83.abcdefg.telamon.localhost",
        href: "http://127.0.0.1:41234/api/atlas/v2/groups/0123456789abcdef01234567",
    });
    assert.deepEqual(differences(recorded, ours), []);
});

test("finds another status and looks no further", () => {
    assert.deepEqual(places(answer({ a: 1 }), { ...answer({}), status: 404 }), ["status"]);
});

test("finds attributes that are missing, added or in another order", () => {
    assert.deepEqual(places(answer({ a: 1, b: 2 }), answer({ a: 1 })), ["body"]);
    assert.deepEqual(places(answer({ a: 1 }), answer({ a: 1, b: 2 })), ["body"]);
    assert.deepEqual(places(answer({ a: 1, b: 2 }), answer({ b: 2, a: 1 })), ["body"]);
});

test("finds another type, an integer for a decimal among them", () => {
    assert.deepEqual(places(answer({ a: "1" }), answer({ a: 1 })), ["body.a"]);
    assert.deepEqual(places(answer(parse('{"a":5.0}')), answer(parse('{"a":5}'))), ["body.a"]);
});

test("finds another value, but not in the results of a list", () => {
    assert.deepEqual(places(answer({ a: "IDLE" }), answer({ a: "CREATING" })), ["body.a"]);
    assert.deepEqual(places(answer({ results: [{ a: "x" }] }), answer({ results: [{ a: "y" }, { a: "z" }] })), []);
    assert.deepEqual(places(answer({ results: [{ a: "x" }] }), answer({ results: [{ b: "y" }] })), ["body.results[0]"]);
});

test("finds headers that are missing, different, or should not be there", () => {
    assert.deepEqual(places(answer({}, { "Ratelimit-Limit": "500" }), answer({}, {})), ["header ratelimit-limit"]);
    assert.deepEqual(
        places(answer({}, { Sunset: "Thu, 1 Jul 2027 00:00:00 GMT" }), answer({}, { sunset: "never" })),
        ["header sunset"]);
    assert.deepEqual(places(answer({}), answer({}, { deprecation: "now" })), ["header deprecation"]);
});

test("takes a string for the primary alone in place of one for SRV records, and no other", () => {
    const strings = (standardSrv) => answer({ connectionStrings: { standardSrv } });
    const recorded = strings("mongodb+srv://cluster-83.ixq5zsj.example.net");
    const primary = "mongodb://127.0.0.1:27018/?ssl=false&authSource=admin&replicaSet=atlas-abc123-shard-0";
    assert.deepEqual(places(recorded, strings(primary)), []);
    for (const other of ["", "mongodb+srv://other.ixq5zsj.example.net", primary.replace(":27018", ":27018,127.0.0.1:27019"),
        "mongodb://127.0.0.1:27018", primary.replace("&authSource=admin", ""), null]) {
        assert.deepEqual(places(recorded, strings(other)), ["body.connectionStrings.standardSrv"]);
    }
    assert.deepEqual(places(recorded, answer({ connectionStrings: {} })), ["body.connectionStrings"]);
    assert.deepEqual(
        places(answer({ connectionStrings: { standard: "mongodb+srv://a.b" } }), answer({ connectionStrings: { standard: primary } })),
        ["body.connectionStrings.standard"]);
});

test("takes ports of hosts and hashes of five to seven characters for the same", () => {
    const recorded = "mongodb://ac-4t9a8od-shard-00-00.6pl8bz.example.net:27017,ac-4t9a8od-shard-00-01.6pl8bz.example.net:27017/?ssl=true";
    const ours = "mongodb://ac-abcdefg-shard-00-00.abcdefg.db.test:41000,ac-abcdefg-shard-00-01.abcdefg.db.test:41000/?ssl=true";
    assert.deepEqual(differences(answer({ a: recorded }), answer({ a: ours })), []);
    assert.deepEqual(places(answer({ a: recorded }), answer({ a: ours.replace("ssl=true", "ssl=false") })), ["body.a"]);
});

test("compares recordings of 2025 by their values, without order, decimals and headers", () => {
    const recorded = (body) => ({ status: 201, source: "2025-09", body });
    const ours = (body) => ({ status: 201, headers: {}, body });
    assert.deepEqual(places(recorded({ a: 8, b: "{groupId}" }),
        ours(parse('{"b":"0123456789abcdef01234567","a":8.0,"adaptiveCapacity":null}'))), []);
    assert.deepEqual(places(recorded({ a: 8 }), ours({ a: 9 })), ["body.a"]);
    assert.deepEqual(places(recorded({ a: 8 }), ours({ c: 8 })), ["body"]);
    assert.deepEqual(places({ ...recorded({ a: 8 }), source: "2026-08", headers: {} }, ours({ b: 1, a: 8 })), ["body"]);
});

test("takes as many ports of this server in place of hosts of the service", () => {
    const strings = (standard) => answer({ connectionStrings: { standard } });
    const recorded = strings("mongodb://a-shard-00-00.6pl8bz.example.net:27017,a-shard-00-01.6pl8bz.example.net:27017/" +
        "?ssl=true&authSource=admin&replicaSet=atlas-wkiyww-shard-0");
    const ours = "mongodb://127.0.0.1:27018,127.0.0.1:27019/?ssl=false&authSource=admin&replicaSet=atlas-abc123-shard-0";
    assert.deepEqual(places(recorded, strings(ours)), []);
    const sharded = strings("mongodb://a-config-00-00.6pl8bz.example.net:27016,a-shard-00-00.6pl8bz.example.net:27016/" +
        "?ssl=true&authSource=admin");
    assert.deepEqual(places(sharded, strings("mongodb://127.0.0.1:27018/?ssl=false&authSource=admin")), []);
    for (const other of [ours.replace(",127.0.0.1:27019", ""), ours.replace("&authSource=admin", ""), ours.replace(":27019", "")]) {
        assert.deepEqual(places(recorded, strings(other)), ["body.connectionStrings.standard"]);
    }
});
