package io.telamon.control.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.telamon.control.api.EndpointSet;
import java.time.Clock;
import java.time.Duration;

/** Buckets of the only node of its database. A bucket that nobody has used for long enough to be full is forgotten. */
final class BucketsInMemory implements Buckets {

    private static final Duration LONGEST_REFILL = Duration.ofMinutes(10);

    private final Clock clock;
    private final Cache<Scope, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(LONGEST_REFILL)
            .build();

    BucketsInMemory(Clock clock) {
        this.clock = clock;
    }

    private record Scope(EndpointSet set, String id) {}

    @Override
    public int take(EndpointSet set, String scope) {
        long now = clock.millis();
        return buckets.get(new Scope(set, scope), absent -> new Bucket(set, now))
                .take(now);
    }
}
