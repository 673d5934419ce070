package io.telamon.control.ratelimit;

import io.telamon.control.api.EndpointSet;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.Handle;

/**
 * Buckets that several nodes share on PostgreSQL. Each token is one statement, and the database decides who gets it; a
 * crash may forget the last ones, so that no request waits for the disk.
 */
final class BucketsInStore implements Buckets {

    private static final String REFILLED =
            "least(:capacity, bucket.tokens + greatest(0, :now - bucket.filled_at) * :perMilli)";

    private static final String TAKE = "INSERT INTO rate_bucket AS bucket (rate_set, scope, tokens, filled_at)"
            + " VALUES (:set, :scope, :capacity - 1, :now)"
            + " ON CONFLICT (rate_set, scope) DO UPDATE SET filled_at = :now, tokens = " + REFILLED + " - 1"
            + " WHERE " + REFILLED + " >= 1 RETURNING tokens";

    private static final int NONE_LEFT = -1;

    /** All buckets are full again after that long without a request. */
    private static final Duration LONGEST_REFILL = Duration.ofMinutes(10);

    private static final int BETWEEN_CLEANUPS = 4096;

    private final Store store;
    private final Clock clock;
    private final AtomicLong requests = new AtomicLong();

    BucketsInStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public int take(EndpointSet set, String scope) {
        if (requests.incrementAndGet() % BETWEEN_CLEANUPS == 0) {
            store.write(transaction -> transaction
                    .handle()
                    .execute(
                            "DELETE FROM rate_bucket WHERE filled_at < ?", clock.millis() - LONGEST_REFILL.toMillis()));
        }
        return store.write(transaction -> take(transaction.handle(), set, scope));
    }

    private int take(Handle handle, EndpointSet set, String scope) {
        handle.execute("SET LOCAL synchronous_commit TO OFF");
        return handle.createQuery(TAKE)
                .bind("set", set.name())
                .bind("scope", scope)
                .bind("capacity", (double) set.capacity())
                .bind("perMilli", set.refill() / (1000.0 * set.seconds()))
                .bind("now", clock.millis())
                .mapTo(Double.class)
                .findOne()
                .map(Double::intValue)
                .orElse(NONE_LEFT);
    }
}
