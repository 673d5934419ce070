// The calendar, which is Telamon's own and in no client.

import assert from "node:assert/strict";

import { asKey, call } from "./curl.mjs";

/** Does something at a stage of the calendar, and sets the calendar back. */
export function atStage(stage, something) {
    return keepStage(async () => {
        await set(stage);
        return something();
    });
}

/** Does something that may move the calendar, and sets the calendar back. */
export async function keepStage(something) {
    const before = (await call("GET", "/telamon/v1/calendar", { as: asKey })).json.calendar;
    try {
        return await something();
    } finally {
        await set(before);
    }
}

async function set(calendar) {
    const answer = await call("PUT", "/telamon/v1/calendar", { as: asKey, body: { calendar } });
    assert.equal(answer.status, 200, answer.text);
}
