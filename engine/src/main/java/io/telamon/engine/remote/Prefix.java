package io.telamon.engine.remote;

import java.nio.charset.StandardCharsets;

/**
 * What stands before the names of a cluster's databases in a deployment.
 *
 * @param text the prefix
 * @param bytes the same in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent")
record Prefix(String text, byte[] bytes) {

    static Prefix of(String text) {
        return new Prefix(text, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean begins(String name) {
        return name.startsWith(text);
    }

    String before(String name) {
        return text + name;
    }

    /** A name that it begins, without it. */
    String off(String name) {
        return name.substring(text.length());
    }

    /** A text without it, wherever it stands. */
    String outOf(String message) {
        return message.replace(text, "");
    }
}
