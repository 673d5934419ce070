// Runs the checks of one suite in the order in which they are written; the first that fails ends the program.

let suite = "";
let passed = 0;

/** Names the suite that the checks from here on belong to, and closes the one before. */
export function begin(name) {
    close();
    suite = name;
    passed = 0;
}

/** Closes the suite with the number of its checks. */
export function close() {
    if (suite) console.log(`${suite}: ${passed} passed, 0 failed`);
    suite = "";
}

/** Runs one check, which fails when it throws. */
export async function check(what, holds) {
    try {
        await holds();
    } catch (error) {
        const reason = error.name === "AssertionError" ? error.message : error.stack;
        console.log(`FAILED ${suite}: ${what}\n       ${reason.replaceAll("\n", "\n       ")}`);
        console.log(`${suite}: ${passed} passed, 1 failed`);
        process.exit(1);
    }
    passed++;
    console.log(`ok     ${suite}: ${what}`);
}

/** Asks again until nothing is thrown, for at most a minute. */
export async function eventually(holds) {
    const deadline = Date.now() + 60_000;
    for (;;) {
        try {
            return await holds();
        } catch (error) {
            if (Date.now() > deadline) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

let names = 0;

/** Makes a name that no other run has taken. */
export function named(what) {
    return `${what}-${Date.now().toString(36)}${names++}`;
}
