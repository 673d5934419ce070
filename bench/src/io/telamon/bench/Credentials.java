package io.telamon.bench;

import java.util.concurrent.atomic.AtomicLong;

/** What requests carry in their {@code Authorization} header when they do not use Digest. */
sealed interface Credentials {

    /** The token of a request that is made for the first time. */
    String token();

    /** One token for all requests. */
    record Fixed(String token) implements Credentials {}

    /**
     * Tokens that nobody has given out, each used a limited number of times: for servers that take any, and count the
     * requests of each.
     */
    record Rotating(String prefix, AtomicLong next) implements Credentials {

        /** Digits at the end of a token, which rotate. */
        static final int WIDTH = 8;

        /** Requests that one token makes. */
        static final int USES = 4000;

        /** Tokens that no other process uses. */
        static Rotating ofThisProcess() {
            return new Rotating("bench-%d-".formatted(ProcessHandle.current().pid()), new AtomicLong());
        }

        @Override
        public String token() {
            return prefix + "0".repeat(WIDTH);
        }
    }
}
