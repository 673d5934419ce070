package io.telamon.server;

import java.util.Properties;

/**
 * How many of Java's own threads wait for sockets on behalf of virtual threads. With one for every core, as Java has it on small machines,
 * each of two cores wakes the other for nearly every message; one that wakes for many at once costs less, as {@code bench gateway} shows.
 */
final class SocketPollers {

    private static final String PROPERTY = "jdk.readPollers";
    private static final int CORES_EACH = 4;

    private SocketPollers() {}

    /** Chooses for this machine, unless the option {@code -Djdk.readPollers} has. Comes before the first socket. */
    static void choose() {
        choose(System.getProperties(), Runtime.getRuntime().availableProcessors());
    }

    static void choose(Properties properties, int cores) {
        // Java takes powers of two only
        int pollers = Math.max(1, Integer.highestOneBit(cores / CORES_EACH));
        properties.putIfAbsent(PROPERTY, String.valueOf(pollers));
    }
}
