// The callers of one organization, and credentials that are none.

import { createHash } from "node:crypto";
import { hostileText } from "./values.mjs";

const md5 = (text) => createHash("md5").update(text).digest("hex");
const JSON_TYPE = "Content-Type: application/json";
export const basic = (id, secret) => `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

/** A token of a service account. */
export async function token(connection, clientId, secret) {
    const answer = await connection.send({
        method: "POST",
        target: "/api/oauth/token",
        headers: [`Authorization: ${basic(clientId, secret)}`, "Content-Type: application/x-www-form-urlencoded"],
        body: Buffer.from("grant_type=client_credentials"),
    });
    return JSON.parse(answer.text).access_token;
}

/** Sends a request of the API that must succeed, and gives back its answer's JSON. */
export async function call(connection, bearer, method, path, body) {
    const answer = await connection.send({
        method,
        target: path,
        headers: [`Authorization: Bearer ${bearer}`, "Accept: application/vnd.atlas.2025-03-12+json", JSON_TYPE],
        body: Buffer.from(body ? JSON.stringify(body) : ""),
    });
    if (answer.status >= 300 || answer.status === 0) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return JSON.parse(answer.text);
}

/** Signs requests with an API key by HTTP Digest (RFC 7616), and takes a new nonce when the server gives one. */
export class Digest {
    #nonce = "";
    #count = 0;

    constructor(publicKey, privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    header(method, uri) {
        const count = (++this.#count).toString(16).padStart(8, "0");
        const a1 = md5(`${this.publicKey}:MMS Public API:${this.privateKey}`);
        const response = md5(`${a1}:${this.#nonce}:${count}:0a4f113b:auth:${md5(`${method}:${uri}`)}`);
        return (
            `Digest username="${this.publicKey}", realm="MMS Public API", nonce="${this.#nonce}", uri="${uri}", ` +
            `response="${response}", algorithm=MD5, qop=auth, nc=${count}, cnonce="0a4f113b"`
        );
    }

    learn(answer) {
        const nonce = /nonce="([^"]+)"/.exec(answer.headers["www-authenticate"] ?? "");
        if (nonce) [this.#nonce, this.#count] = [nonce[1], 0];
    }
}

/** An `Authorization` header that lets nobody in; as a binary string without line breaks. */
export function hostileCredentials(choose) {
    const text = hostileText(choose);
    const quoted = Buffer.from(text.replace(/[\r\n\0]/g, ""), "utf8").toString("latin1");
    return choose.weighted([
        [2, () => basic(text, "x")],
        [2, () => basic(choose.pick(["a%00b", "a%0ab", "%ff", "%zz", "a+b"]), text)],
        [1, () => `Basic ${choose.pick(["", "!!!", "====", "OnNlY3JldA==", "/w=="])}`],
        [1, () => `Bearer ${choose.pick(["", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "x".repeat(7000)])}`],
        [1, () => `Bearer ${quoted}`],
        [1, () => `Digest username="${quoted}", realm="MMS Public API", nonce="x", uri="/", response="0", qop=auth, nc=00000001, cnonce="c"`],
        [1, () => `Digest ${choose.pick(["", ",", "=", 'username="', 'username=a,username=b', "nc=00000001"])}`],
        [1, () => choose.pick(["", "Negotiate x", "digest", quoted])],
    ])();
}
