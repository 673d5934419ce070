package io.telamon.bench;

import java.util.Locale;

/**
 * One part of a load: an operation, done until its limit after it was done until the limit of its warm-up.
 *
 * @param label stands before everything that is printed about it
 * @param limit see {@link Limit#parse}; {@code @20000} means as often as it takes to have 20,000 clusters
 */
record Phase(String label, Verb verb, String limit, String warmUp) {

    /** Reads {@code label:verb:limit} or {@code label:verb:limit:warm-up}. */
    static Phase parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 3 || parts.length > 4) {
            throw new IllegalArgumentException("a phase is label:verb:limit[:warm-up], not " + text);
        }
        return new Phase(
                parts[0],
                Verb.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                parts[2],
                parts.length == 4 ? parts[3] : "0");
    }

    Limit limit(long clusters) {
        return limit.startsWith("@") ? Limit.times(Long.parseLong(limit.substring(1)) - clusters) : Limit.parse(limit);
    }
}
