// Sends random requests for every operation, valid, nearly valid and hostile, and fails when one is answered 5xx or not at all.
//
//     FUZZ_REQUESTS  how many; 5000 unless it is set
//     FUZZ_SEED      decides which; 1 unless it is set

import { telamon } from "../check/telamon.mjs";
import { keepStage } from "../check/calendar.mjs";
import { begin, check, close } from "../check/suite.mjs";
import { Connection } from "./connection.mjs";
import { basic, call, Digest, hostileCredentials, token } from "./credentials.mjs";
import { Known } from "./known.mjs";
import { operations } from "./operations.mjs";
import { random } from "./random.mjs";
import { requestOf } from "./request.mjs";

const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 5000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const WORKERS = 8;
/** Requests after which a worker gets a new organization: it may have locked itself out of the old one. */
const IN_ONE_ORGANIZATION = 1500;

const served = operations.filter((operation) => operation.served);
/** Those that make something stand twice, so that there is something to read, change and delete. */
const sent = [...served, ...served.filter((operation) => operation.method === "POST")];
const unserved = operations.filter((operation) => !operation.served);
const statuses = new Map();
const succeeded = new Set();
const faults = [];
let notJson = 0;

/** An organization with a project, an owner, a reader and an API key. */
async function organization(connection, owner, name) {
    const account = (roles) => ({ name, description: "fuzz", roles, secretExpiresAfterHours: 8 });
    const made = await call(connection, owner, "POST", "/api/atlas/v2/orgs", {
        name,
        serviceAccount: account(["ORG_OWNER"]),
        apiKey: { desc: "fuzz", roles: ["ORG_OWNER"] },
    });
    const orgId = made.organization.id;
    const bearer = await token(connection, made.serviceAccount.clientId, made.serviceAccount.secrets[0].secret);
    const project = await call(connection, bearer, "POST", "/api/atlas/v2/groups", { name, orgId });
    const reader = await call(connection, bearer, "POST", `/api/atlas/v2/groups/${project.id}/serviceAccounts`, account(["GROUP_READ_ONLY"]));
    return {
        ids: { orgId, groupId: project.id },
        callers: [made.serviceAccount.clientId, reader.clientId, made.apiKey.id],
        bearer,
        basic: basic(made.serviceAccount.clientId, made.serviceAccount.secrets[0].secret),
        reader: await token(connection, reader.clientId, reader.secrets[0].secret),
        digest: new Digest(made.apiKey.publicKey, made.apiKey.privateKey),
    };
}

function authorization(choose, operation, request, us, owner) {
    if (operation.path.startsWith("/api/oauth") && choose.chance(0.7)) return us.basic;
    if (/^(setCalendar|migrate|.*Transitions)/.test(operation.id) && choose.chance(0.7)) return `Bearer ${owner}`;
    return choose.weighted([
        [80, () => `Bearer ${us.bearer}`],
        [8, () => us.digest.header(request.method, request.target)],
        [4, () => `Bearer ${us.reader}`],
        [6, () => hostileCredentials(choose)],
        [2, () => undefined],
    ])();
}

function judge(number, operation, request, answer) {
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 200 && answer.status < 300) succeeded.add(operation.id);
    const rightly = answer.status === 501 && answer.text.includes("NOT_IMPLEMENTED");
    if (answer.status === 0 || (answer.status >= 500 && !rightly)) {
        faults.push({ number, operation, request, answer });
        console.log(
            `${answer.status} ${operation.id}, request ${number} of seed ${SEED}: ${answer.text.slice(0, 300)}\n` +
                `    ${JSON.stringify([request.method, request.target])}\n    ${JSON.stringify(request.headers)}\n` +
                `    ${request.chunked ? "chunked " : ""}body ${JSON.stringify(request.body.toString("latin1").slice(0, 2000))}`,
        );
    } else if (answer.status >= 400 && !answer.text.startsWith("{") && request.method !== "HEAD") {
        notJson++;
    }
}

async function work(worker, owner) {
    const choose = random(SEED * 1000 + worker);
    const connection = new Connection(telamon.baseUrl);
    let us;
    let known;
    for (let i = 0; i < REQUESTS / WORKERS; i++) {
        if (i % IN_ONE_ORGANIZATION === 0) {
            owner = await token(connection, telamon.clientId, telamon.clientSecret);
            us = await organization(connection, owner, `fuzz-${worker}-${i}`);
            known = new Known(choose, us.ids, { orgId: telamon.orgId, groupId: telamon.projectId }, us.callers);
        }
        const operation = choose.chance(0.98) ? choose.pick(sent) : choose.pick(unserved);
        if (operation.id === "deleteOrg" || (operation.id === "deleteGroup" && choose.chance(0.9))) continue;
        const request = requestOf(operation, choose, known);
        const credentials = authorization(choose, operation, request, us, owner);
        if (credentials !== undefined) request.headers.push(`Authorization: ${credentials}`);
        const answer = await connection.send(request);
        us.digest.learn(answer);
        if (answer.status < 300) known.learn(operation.path, answer.text);
        judge(`${worker}.${i}`, operation, request, answer);
    }
    connection.close();
}

begin("fuzz");
await keepStage(() => Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker))));

const total = [...statuses.values()].reduce((sum, count) => sum + count, 0);
const good = [...statuses].filter(([status]) => status >= 200 && status < 300).reduce((sum, [, count]) => sum + count, 0);
const never = served.filter((operation) => !succeeded.has(operation.id)).map((operation) => operation.id);
console.log(`statuses of ${total} requests: ${[...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} x ${count}`).join(", ")}`);
console.log(`${notJson} refusals were no JSON; operations that never succeeded: ${never.join(", ") || "none"}`);
await check(`no request of ${total} is answered 5xx or not at all`, () => {
    if (faults.length) throw new Error(`${faults.length} were, and are listed above`);
});
await check("a quarter of the requests succeeds", () => {
    if (good < total / 4) throw new Error(`only ${good} of ${total} did`);
});
close();
