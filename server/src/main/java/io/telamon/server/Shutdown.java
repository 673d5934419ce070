package io.telamon.server;

import java.time.Duration;

/** Stops the server when the process is told to end. */
final class Shutdown {

    /** Less than the ten seconds after which Docker kills, and the five that are promised. */
    private static final Duration LONGEST = Duration.ofMillis(4800);

    private Shutdown() {}

    /**
     * On SIGTERM, SIGINT or SIGHUP lets requests finish, closes the server and ends the process: with exit code 0, as a
     * stop that was asked for is a success, or 1 when closing failed or took too long.
     */
    static void closeOnSignal(TelamonServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server), "telamon-shutdown"));
    }

    @SuppressWarnings("CatchAndPrintStackTrace") // logging may have been shut down by now
    private static void end(TelamonServer server) {
        Thread closing = Thread.ofPlatform().name("telamon-close").start(server::close);
        try {
            boolean closed = closing.join(LONGEST);
            Runtime.getRuntime().halt(closed ? 0 : 1);
        } catch (InterruptedException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
