// Compares the answers of Telamon with recorded ones of the service: status, headers, attributes, their order and types.

import { fileURLToPath } from "node:url";

import { Meant, Recordings } from "./recordings.mjs";
import { Scenario } from "./replay.mjs";
import { scenarios } from "./scenarios.mjs";

const recordings = new Recordings(process.env.TELAMON_RECORDINGS.split(":"));
const meant = new Meant(fileURLToPath(new URL("meant.tsv", import.meta.url)));

const replayed = [];
for (const [name, replay] of Object.entries(scenarios)) {
    const scenario = new Scenario(name, recordings, meant);
    try {
        await replay(scenario);
    } catch (error) {
        scenario.outcomes.push({
            step: "", request: "it could not go on", verdict: "different",
            differences: [{ where: "scenario", what: error.stack }],
        });
    }
    scenario.outcomes.forEach((outcome) => print(name, outcome));
    replayed.push(scenario);
}

printTable();
for (const { scenario, step, where } of meant.unused()) {
    console.log(`meant.tsv: nothing differs any more at ${scenario}, ${step}, ${where}`);
}
process.exit(replayed.every((scenario) => count(scenario, "different") === 0) ? 0 : 1);

function print(scenario, { step, request, verdict, differences }) {
    const mark = { same: "ok    ", meant: "ok    ", unserved: "-     ", different: "FAILED" }[verdict];
    console.log(`${mark} compare: ${scenario} ${step}: ${request}${verdict === "unserved" ? " is not served yet" : ""}`);
    for (const { where, what, reason } of differences) {
        console.log(`       ${where}: ${what}${reason ? ` (meant: ${reason})` : ""}`);
    }
}

function count({ outcomes }, verdict) {
    return outcomes.filter((outcome) => outcome.verdict === verdict).length;
}

function printTable() {
    const verdicts = ["same", "meant", "different", "unserved"];
    const head = ["scenario", "recorded", ...verdicts, "not repeated"];
    const rows = replayed.map((scenario) => [
        scenario.name,
        scenario.recordings.of(scenario.name).length,
        ...verdicts.map((verdict) => count(scenario, verdict)),
        scenario.left().length,
    ]);
    const sums = head.map((_, column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
    sums[0] = "all";
    console.log();
    for (const row of [head, ...rows, sums]) {
        console.log(row.map((cell, column) => column ? String(cell).padStart(13) : cell.padEnd(26)).join(""));
    }
    console.log();
}
