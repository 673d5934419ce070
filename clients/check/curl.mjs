// Requests sent by curl, and what it was answered.

import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { telamon } from "./telamon.mjs";

const run = promisify(execFile);
const trust = process.env.TELAMON_CA_FILE ? ["--cacert", process.env.TELAMON_CA_FILE] : [];

/** The ways in which a request can say who sends it, as curl's options. */
export const asNobody = { name: "nobody", options: [] };
export const asKey = digest(telamon.publicKey, telamon.privateKey);

/** An API key, by HTTP Digest. */
export function digest(publicKey, privateKey) {
    return { name: "digest", options: ["--digest", "--user", `${publicKey}:${privateKey}`] };
}

/** An access token. */
export function bearer(token) {
    return { name: "bearer", options: ["--header", `Authorization: Bearer ${token}`] };
}

/** A token of the service account, got by curl. */
export async function tokenAnswer(secret = telamon.clientSecret) {
    return send([
        "--request", "POST", `${telamon.baseUrl}/api/oauth/token`,
        "--user", `${telamon.clientId}:${secret}`,
        "--header", "Content-Type: application/x-www-form-urlencoded",
        "--data", "grant_type=client_credentials",
    ]);
}

/**
 * One call of the API.
 *
 * @param {string} path below the base URL
 * @param {{as: object, version?: string, body?: unknown, type?: string, format?: string, headers?: string[]}} how `version` is the
 *     date of the resource version to accept, and of the body's media type unless `type` is given; `format` is that of the answer
 */
export async function call(method, path, { as, version, body, type, format = "json", headers = [] }) {
    const media = version && `application/vnd.atlas.${version}+json`;
    const options = [...as.options, "--request", method];
    if (version) options.push("--header", `Accept: application/vnd.atlas.${version}+${format}`);
    if (body !== undefined) {
        options.push("--header", `Content-Type: ${type ?? media ?? "application/json"}`);
        options.push("--data-binary", typeof body === "string" ? body : JSON.stringify(body));
    }
    for (const header of headers) options.push("--header", header);
    return send([...options, telamon.baseUrl + path]);
}

/** Runs curl and parses the last of its answers; those before it, such as a challenge, are in `earlier`. */
export async function send(options) {
    const { stdout } = await run("curl", ["--silent", "--show-error", "--include", "--max-time", "30", ...trust, ...options]);
    const answers = [];
    let rest = stdout;
    while (rest.startsWith("HTTP/")) {
        const end = rest.indexOf("\r\n\r\n");
        answers.push(parsed(rest.slice(0, end)));
        rest = rest.slice(end + 4);
    }
    const last = answers.pop();
    return { ...last, text: rest, json: jsonOf(rest), earlier: answers };
}

function parsed(head) {
    const [status, ...lines] = head.split("\r\n");
    const headers = {};
    for (const line of lines) {
        const colon = line.indexOf(":");
        headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
    }
    return { status: Number(status.split(" ")[1]), headers };
}

function jsonOf(text) {
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
