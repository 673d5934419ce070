package io.telamon.engine.process;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long to leave alone what has failed: twice as long each time that it fails again. */
final class BackOff {

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LongSupplier nanoTime;
    private @Nullable Exception failure;
    private long pause = SHORTEST.toNanos();
    private long failedAt;

    /**
     * Of something that has not failed.
     *
     * @param nanoTime the time in nanoseconds since any moment, as {@link System#nanoTime} has it
     */
    BackOff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void failed(Exception cause) {
        pause = failure == null ? SHORTEST.toNanos() : Math.min(2 * pause, LONGEST.toNanos());
        failure = cause;
        failedAt = nanoTime.getAsLong();
    }

    synchronized void succeeded() {
        failure = null;
    }

    /** Fails, with what failed last, as long as nothing should be tried. */
    synchronized void check() throws EngineUnavailableException {
        if (failure != null && nanoTime.getAsLong() - failedAt < pause) {
            throw new EngineUnavailableException("it is tried again soon: " + failure.getMessage(), failure);
        }
    }
}
