// Random choices that a seed decides.

/** Choices of one seed: the same seed gives the same choices in the same order (mulberry32). */
export function random(seed) {
    let state = seed >>> 0;
    function next() {
        state = (state + 0x6d2b79f5) >>> 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    }
    const int = (below) => Math.floor(next() * below);
    return {
        int,
        chance: (probability) => next() < probability,
        pick: (list) => list[int(list.length)],
        hex: (digits) => Array.from({ length: digits }, () => int(16).toString(16)).join(""),
        /** One of the alternatives, `[weight, value]` each. */
        weighted(alternatives) {
            let rest = next() * alternatives.reduce((sum, [weight]) => sum + weight, 0);
            for (const [weight, value] of alternatives) {
                rest -= weight;
                if (rest < 0) return value;
            }
            return alternatives.at(-1)[1];
        },
    };
}
