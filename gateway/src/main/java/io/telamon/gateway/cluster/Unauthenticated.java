package io.telamon.gateway.cluster;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Connections that nobody has authenticated on, by the address they come from, the oldest first. When connections are short these are
 * closed for others. Addresses of IPv6 count by their first 64 bits, which is what a host usually has to itself (RFC 6177).
 *
 * <h2>Threads</h2>
 *
 * Safe for all threads.
 */
public final class Unauthenticated {

    private static final int PREFIX_BYTES = 8;

    private final Map<InetAddress, Set<LiveConnection>> byAddress = new HashMap<>();

    /** Takes a connection in. */
    public synchronized void add(LiveConnection connection) {
        byAddress
                .computeIfAbsent(prefix(connection.address()), _ -> new LinkedHashSet<>())
                .add(connection);
    }

    /** Lets a connection go; nothing happens if it is not there. */
    public synchronized void remove(LiveConnection connection) {
        byAddress.computeIfPresent(prefix(connection.address()), (_, connections) -> {
            connections.remove(connection);
            return connections.isEmpty() ? null : connections;
        });
    }

    /** Takes out the connection to close before another one of an address, which may have that many. */
    public synchronized Optional<LiveConnection> pollOf(InetAddress address, long atMost) {
        Set<LiveConnection> connections = byAddress.getOrDefault(prefix(address), Set.of());
        return connections.size() < atMost ? Optional.empty() : polled(oldest(connections));
    }

    /**
     * Takes out the connection to close before another one of any address: one of the address that has most, if it has more than it may;
     * otherwise one that has not sent a message.
     *
     * @param atMost how many one address may have
     */
    public synchronized Optional<LiveConnection> poll(long atMost) {
        Set<LiveConnection> most = Set.of();
        for (Set<LiveConnection> connections : byAddress.values()) {
            most = connections.size() > most.size() ? connections : most;
        }
        Optional<LiveConnection> chosen = most.size() > atMost
                ? oldest(most)
                : byAddress.values().stream()
                        .flatMap(Set::stream)
                        .filter(connection -> !connection.hasSpoken())
                        .findFirst();
        return polled(chosen);
    }

    private Optional<LiveConnection> polled(Optional<LiveConnection> chosen) {
        chosen.ifPresent(this::remove);
        return chosen;
    }

    /** The oldest that has not sent a message, else the oldest. */
    private static Optional<LiveConnection> oldest(Set<LiveConnection> connections) {
        return connections.stream()
                .filter(connection -> !connection.hasSpoken())
                .findFirst()
                .or(() -> connections.stream().findFirst());
    }

    private static InetAddress prefix(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", e);
        }
    }
}
