package io.telamon.gateway.net;

import java.time.Duration;

/**
 * How long peers may take.
 *
 * @param handshake for the TLS handshake, and for a frame before authentication
 * @param frame for the rest of a frame once its first bytes are there
 * @param write for taking a reply
 * @param anonymous for saying something while not authenticated, as monitoring connections are
 */
public record Deadlines(Duration handshake, Duration frame, Duration write, Duration anonymous) {

    /** What suits clients over the internet. */
    public static Deadlines usual() {
        return new Deadlines(
                Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(5));
    }
}
