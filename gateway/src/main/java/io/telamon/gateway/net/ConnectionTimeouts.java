package io.telamon.gateway.net;

import java.time.Duration;

/**
 * How long peers may take.
 *
 * @param handshake for the TLS handshake and the first message together, and for each further frame before authentication
 * @param frame for the rest of a frame once its first bytes are there
 * @param stall for the next 256 KB, or the rest, of a large frame or reply
 * @param write for taking a reply
 * @param anonymous for saying something more while not authenticated, as monitoring connections are
 */
public record ConnectionTimeouts(
        Duration handshake, Duration frame, Duration stall, Duration write, Duration anonymous) {

    /** What suits clients over the internet. */
    public static ConnectionTimeouts usual() {
        return new ConnectionTimeouts(
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2));
    }
}
