package io.telamon.gateway.cluster;

import io.telamon.gateway.api.Activity;
import io.telamon.gateway.api.Activity.Origin;
import io.telamon.gateway.spi.engine.Client;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** What has happened in one cluster and waits to be written to its log. Who offers never waits: what is too much is left out. */
public final class ActivityQueue {

    /** How much waits at most. */
    static final int CAPACITY = 1024;

    private final ConcurrentLinkedQueue<Activity> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final InstantSource clock;

    ActivityQueue(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Adds what has happened now on a connection, if there is space.
     *
     * @param member the position of the member that it has reached
     * @param activity makes it of its origin; called only if there is space
     */
    public void offer(Client client, int member, Function<Origin, Activity> activity) {
        if (size.incrementAndGet() > CAPACITY) {
            size.decrementAndGet();
        } else {
            waiting.add(activity.apply(new Origin(clock.instant(), member, client.connectionId(), client.address())));
        }
    }

    /** Hands over what waits. One thread at a time. */
    void drain(Consumer<Activity> receiver) {
        Activity next = waiting.poll();
        while (next != null) {
            size.decrementAndGet();
            receiver.accept(next);
            next = waiting.poll();
        }
    }
}
