// Answers of the real service, recorded one a line, and those among their differences from ours that are meant.

import { readFileSync } from "node:fs";

const NUMBERS_OUTSIDE_STRINGS = /"(?:[^"\\]|\\.)*"|-?\d+\.\d+(?:[eE][+-]?\d+)?/g;

/** Parses JSON and keeps numbers that are written with a decimal point apart from others, as `{decimal}`. */
export function parse(text) {
    const told = text.replace(NUMBERS_OUTSIDE_STRINGS, (found) =>
        found.startsWith('"') ? found : `{"decimal":"${found}"}`);
    return JSON.parse(told);
}

/** The recordings of some files. */
export class Recordings {
    constructor(files) {
        this.all = files.flatMap((file) => readFileSync(file, "utf8").split("\n").filter(Boolean).map(parse))
            .map((recording) => (recording.body === "" ? { ...recording, body: null } : recording));
    }

    /** All of one scenario. */
    of(scenario) {
        return this.all.filter((recording) => recording.scenario === scenario);
    }

    /** The one of a step; `template` is a path with its parameters in braces. */
    find(scenario, step, seq, method, template) {
        const found = this.of(scenario).filter((recording) =>
            String(recording.step) === step && recording.seq === seq &&
            (isNameless(recording) || (recording.method === method && isOf(recording, template))));
        if (found.length !== 1) {
            throw new Error(`${found.length} recordings of ${scenario} ${step} ${seq} ${method} ${template}`);
        }
        return found[0];
    }
}

/** Whether only the step tells what was asked: recordings under long names have neither method nor path. */
function isNameless({ method, path, path_underscored: underscored }) {
    return !method && !path && !underscored;
}

/** What a parameter is in a path with underscores: names of databases may have some of their own. */
function withoutUnderscores(parameter) {
    return parameter === "{database}" ? "\\w+" : "[^_]+";
}

/** Whether a recorded path, which some recordings have with underscores in it, fits a template. */
function isOf({ path, path_underscored: underscored }, template) {
    const parameters = /\{\w+\}/g;
    return path
        ? new RegExp(`^${template.replace(parameters, "[^/]+")}$`).test(path)
        : new RegExp(`^${template.slice(1).replaceAll(/[/:]/g, "_").replace(parameters, withoutUnderscores)}$`).test(underscored);
}

/** The differences that are meant, from lines of scenario, step, place and reason. */
export class Meant {
    constructor(file) {
        const [, ...lines] = readFileSync(file, "utf8").split("\n").filter(Boolean);
        this.rows = lines.map((line) => {
            const [scenario, step, where, reason] = line.split("\t");
            return { scenario, step, where, reason, used: false };
        });
    }

    /** The reason for a difference, if there is one. */
    reason(scenario, step, where) {
        const row = this.rows.find((each) =>
            each.scenario === scenario && each.step === step && each.where === where);
        if (row) row.used = true;
        return row?.reason;
    }

    /** The rows that explained nothing. */
    unused() {
        return this.rows.filter(({ used }) => !used);
    }
}
