package io.telamon.control.ratelimit;

import io.telamon.control.api.EndpointSet;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Counts every request in the token bucket of its endpoint set and says in headers what is left. Whether a request is
 * refused for which no token is left is a setting.
 */
public final class RateLimitFilter implements RequestFilter {

    private final Buckets buckets;
    private final boolean refuses;

    /** A filter that refuses requests, or only counts them. */
    public RateLimitFilter(Store store, Clock clock, boolean refuses) {
        this.buckets = store.isShared() ? new BucketsInStore(store, clock) : new BucketsInMemory(clock);
        this.refuses = refuses;
    }

    @Override
    public void pass(Exchange exchange) {
        exchange.operation().endpointSet().ifPresent(set -> count(exchange, set));
    }

    private void count(Exchange exchange, EndpointSet set) {
        int left = buckets.take(set, scope(exchange, set));
        Map<String, String> headers = exchange.answerHeaders();
        headers.put("RateLimit-Limit", Integer.toString(set.capacity()));
        headers.put("RateLimit-Remaining", Integer.toString(Math.max(0, left)));
        if (refuses && left < 0) {
            throw refusal(set);
        }
    }

    private static RuntimeException refusal(EndpointSet set) {
        long secondsToToken = Math.max(1, Math.ceilDiv(set.seconds(), set.refill()));
        return ErrorCode.RATE_LIMITED_TOKEN_BUCKET
                .about(
                        set.name(),
                        set.capacity(),
                        set.scope().name().toLowerCase(Locale.ROOT),
                        set.refill(),
                        set.seconds())
                .retryAfter(secondsToToken);
    }

    private static String scope(Exchange exchange, EndpointSet set) {
        return switch (set.scope()) {
            case GROUP -> exchange.pathParameter("groupId");
            case ORGANIZATION -> exchange.pathParameter("orgId");
            case USER -> exchange.caller().id();
            case IP -> exchange.request().remoteAddress().getHostAddress();
        };
    }
}
