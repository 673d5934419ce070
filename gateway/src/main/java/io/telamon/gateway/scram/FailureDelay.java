package io.telamon.gateway.scram;

import io.telamon.gateway.model.ProjectId;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed attempts by project and address and says how long to hold the next failure back: twice as long each time, up to a
 * bound; forgotten after a success or a minute of peace. It remembers a bounded number of addresses.
 */
public final class FailureDelay {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int CAPACITY = 10_000;

    private final InstantSource clock;
    private final ConcurrentHashMap<Source, Failures> failures = new ConcurrentHashMap<>();

    /** Reads the time from that clock. */
    public FailureDelay(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts one more failure and answers how long to wait before telling the client. */
    public Duration failed(ProjectId project, InetAddress address) {
        if (failures.size() >= CAPACITY) {
            failures.clear();
        }
        long now = clock.millis();
        Source source = new Source(project, address);
        Failures counted = failures.compute(source, (_, before) -> next(before, now));
        return FIRST.multipliedBy(1L << Math.min(counted.count() - 1, MOST_DOUBLINGS));
    }

    /** Forgets the failures of an address that has proven itself. */
    public void succeeded(ProjectId project, InetAddress address) {
        failures.remove(new Source(project, address));
    }

    private static Failures next(@Nullable Failures before, long now) {
        return before == null || now - before.lastMillis() > MEMORY.toMillis()
                ? new Failures(1, now)
                : new Failures(before.count() + 1, now);
    }

    private record Source(ProjectId project, InetAddress address) {}

    private record Failures(int count, long lastMillis) {}
}
