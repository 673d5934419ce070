package io.telamon.gateway;

import io.telamon.gateway.net.ConnectionTimeouts;

/**
 * How a gateway behaves.
 *
 * @param secret from which the challenges of users that do not exist are made; keep it over restarts, at least 16 bytes
 * @param deadlines how long peers may take
 * @param maxConnections how many connections may be open over all clusters; one with TLS counts as five
 */
@SuppressWarnings("ArrayRecordComponent")
public record GatewaySettings(byte[] secret, ConnectionTimeouts deadlines, int maxConnections) {

    private static final int USUAL_CONNECTIONS = 50_000;
    private static final int BYTES_OF_HEAP_FOR_EACH = 16 * 1024;
    private static final int SHORTEST_SECRET = 16;

    /** Refuses a secret that could be guessed. */
    public GatewaySettings {
        secret = secret.clone();
        if (secret.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("the gateway's secret needs at least 16 bytes, not " + secret.length);
        }
    }

    /** The usual settings with that secret: at most 50 000 connections, and one for each 16 KB of the heap. */
    public GatewaySettings(byte[] secret) {
        this(secret, ConnectionTimeouts.usual(), usualConnections());
    }

    private static int usualConnections() {
        return (int) Math.min(USUAL_CONNECTIONS, Runtime.getRuntime().maxMemory() / BYTES_OF_HEAP_FOR_EACH);
    }
}
