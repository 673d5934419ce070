package io.telamon.engine.process;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long to leave alone what has failed: twice as long each time that it fails again. */
final class BackOff {

    private static final Duration SHORTEST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private @Nullable Exception failure;
    private long pause = SHORTEST.toNanos();
    private long failedAt;

    synchronized void failed(Exception cause) {
        pause = failure == null ? SHORTEST.toNanos() : Math.min(2 * pause, LONGEST.toNanos());
        failure = cause;
        failedAt = System.nanoTime();
    }

    synchronized void succeeded() {
        failure = null;
    }

    /** Fails, with what failed last, as long as nothing should be tried. */
    synchronized void check() throws EngineUnavailableException {
        if (failure != null && System.nanoTime() - failedAt < pause) {
            throw new EngineUnavailableException("it is tried again soon: " + failure.getMessage(), failure);
        }
    }
}
