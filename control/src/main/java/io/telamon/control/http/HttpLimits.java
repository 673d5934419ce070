package io.telamon.control.http;

import java.time.Duration;

/**
 * What HTTP clients may take of the server.
 *
 * @param connections open at the same time, in total
 * @param connectionsPerAddress open at the same time, of one IPv4 address or one IPv6 network of 64 bits
 * @param headTimeout from the first byte of a request to the end of its header section, and from accepting a connection to its first byte
 * @param idleTimeout between two requests of a connection
 * @param bodyTimeout for a body, and for each write of a response; each may take longer by one second for every {@code leastRate} bytes
 * @param leastRate bytes per second that a client must send or take, on the average
 * @param bodyMemory bytes of heap for request bodies of known callers, and for large responses
 * @param parseMemory bytes of heap for what is made from these bodies
 * @param openMemory bytes of heap for request bodies without credentials, and what is made from them; and as many for header sections that come in
 *     pieces
 */
public record HttpLimits(
        int connections,
        int connectionsPerAddress,
        Duration headTimeout,
        Duration idleTimeout,
        Duration bodyTimeout,
        int leastRate,
        long bodyMemory,
        long parseMemory,
        long openMemory) {

    /** Bytes that are read of a body after the response. A connection on which more would come is closed. */
    public static final int MOST_UNREAD = 64 << 10;

    private static final int MIB = 1 << 20;

    /** Limits for a heap of 256 MiB. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            2_048,
            1_024,
            Duration.ofSeconds(15),
            Duration.ofSeconds(120),
            Duration.ofSeconds(20),
            4_096,
            24 * MIB,
            32 * MIB,
            4 * MIB);

    /** The same limits with other numbers of connections. */
    public HttpLimits connections(int total, int perAddress) {
        return new HttpLimits(
                total,
                perAddress,
                headTimeout,
                idleTimeout,
                bodyTimeout,
                leastRate,
                bodyMemory,
                parseMemory,
                openMemory);
    }

    /** The same limits with other timeouts. */
    public HttpLimits timeouts(Duration head, Duration idle, Duration body) {
        return new HttpLimits(
                connections, connectionsPerAddress, head, idle, body, leastRate, bodyMemory, parseMemory, openMemory);
    }

    /** The same limits with other memory for bodies, in bytes, and a third more for what is made from them. */
    public HttpLimits bodyMemory(long bodies) {
        return memory(bodies, bodies + bodies / 3, openMemory);
    }

    /** The same limits with other amounts of memory, in bytes. */
    public HttpLimits memory(long bodies, long parsing, long open) {
        return new HttpLimits(
                connections,
                connectionsPerAddress,
                headTimeout,
                idleTimeout,
                bodyTimeout,
                leastRate,
                bodies,
                parsing,
                open);
    }

    /** The memory for requests. */
    public RequestMemories memories() {
        return new RequestMemories(
                new RequestMemory(bodyMemory), new RequestMemory(parseMemory), new RequestMemory(openMemory));
    }

    /** How long a client may take for so many bytes of a body or a response. */
    Duration timeFor(long bytes) {
        return bodyTimeout.plusMillis(bytes * 1000 / leastRate);
    }
}
