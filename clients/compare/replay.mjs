// Repeats the requests of recorded scenarios and keeps what came of each.

import { asKey, call } from "../check/curl.mjs";
import { differences } from "./difference.mjs";
import { parse } from "./recordings.mjs";

/** One scenario: its requests in the order in which they are repeated. */
export class Scenario {
    constructor(name, recordings, meant) {
        this.name = name;
        this.recordings = recordings;
        this.meant = meant;
        this.repeated = new Set();
        this.outcomes = [];
    }

    /**
     * Repeats a recorded request and compares the answers.
     *
     * @param {string} step as recorded, with the sequence number behind a `#` unless it is 1; steps of one name are recorded with `#01`, `#02`
     * @param {string} request method and path, its parameters in braces
     * @param {{path?: object, query?: string, like?: object, as?: object, version?: string, format?: string, body?: unknown}} how
     *     `path` has the parameters, `like` the recorded text for text of ours; files, of another `format` than JSON, are recorded
     *     without their content
     */
    async repeat(step, request, { path = {}, query = "", like = {}, as = asKey, version, format = "json", body } = {}) {
        const [, name, seq = 1] = /^(.+?)(?:#([1-9]\d*))?$/.exec(step);
        const [method, template] = request.split(" ");
        const recording = this.recordings.find(this.name, name, Number(seq), method, template);
        this.repeated.add(recording);

        const url = template.replace(/\{(\w+)\}/g, (_, parameter) => path[parameter]);
        const answer = await call(method, url + query, { as, version, format, body });
        if (format !== "json") answer.text = "";
        this.outcomes.push({ step, request, ...this.#judge(recording, answer, step, like) });
        return answer.json;
    }

    #judge(recording, answer, step, like) {
        if (answer.status === 501) return { verdict: "unserved", differences: [] };
        const text = Object.entries(like).reduce((told, [ours, theirs]) => told.replaceAll(ours, theirs), answer.text);
        const found = differences(recording, { ...answer, body: bodyOf(text) }).map((difference) => ({
            ...difference,
            reason: this.meant.reason(this.name, step, difference.where),
        }));
        if (found.length === 0) return { verdict: "same", differences: found };
        return { verdict: found.every(({ reason }) => reason) ? "meant" : "different", differences: found };
    }

    /** The recorded requests that were not repeated. */
    left() {
        return this.recordings.of(this.name).filter((recording) => !this.repeated.has(recording));
    }
}

function bodyOf(text) {
    if (text === "") return null;
    try {
        return parse(text);
    } catch {
        return text;
    }
}
