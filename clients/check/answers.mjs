// What answers of the API have in common.

import assert from "node:assert/strict";

/** A success: its status and the media type of the version that was resolved, which an answer without a body has too. */
export function succeeds(answer, status, version) {
    assert.equal(answer.status, status, answer.text);
    assert.equal(answer.headers["content-type"], `application/vnd.atlas.${version}+json;charset=utf-8`);
    return answer.json;
}

/** An error: status and code, told in the body that every error has. */
export function refuses(answer, status, code) {
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.headers["content-type"], /^application\/json\b/);
    const { error, errorCode, reason, detail } = answer.json;
    assert.equal(error, status);
    assert.equal(errorCode, code);
    assert.equal(typeof reason, "string");
    assert.equal(typeof detail, "string");
    return answer.json;
}

/** The answer to a caller who is not known: a challenge that clients can parse, and the recorded body. */
export function challenges(answer) {
    refuses(answer, 401, "UNEXPECTED_ERROR");
    assert.match(
        answer.headers["www-authenticate"],
        /^Digest realm="MMS Public API", domain="", nonce="[^"]+", algorithm=(MD5|SHA-256), qop="auth", stale=(true|false)$/,
    );
}

/** The attributes of an object, in their order. */
export function has(object, ...attributes) {
    assert.deepEqual(Object.keys(object), attributes);
}
