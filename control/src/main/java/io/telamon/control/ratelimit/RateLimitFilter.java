package io.telamon.control.ratelimit;

import io.telamon.control.api.ApiBase;
import io.telamon.control.api.ApiException;
import io.telamon.control.api.EndpointSet;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.HttpRequest;
import io.telamon.control.api.RequestFilter;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Counts every request in the token bucket of its endpoint set and says in headers what is left. Whether a request is
 * refused for which no token is left is a setting.
 */
public final class RateLimitFilter implements RequestFilter {

    private static final int SECONDS_OF_MINUTE = 60;

    private final Buckets buckets;
    private final boolean refuses;
    private final Function<HttpRequest, String> client;

    /**
     * A filter.
     *
     * @param refuses whether it refuses requests, or only counts them
     * @param client tells OAuth 2.0 clients of one address apart, empty when a request names none
     */
    public RateLimitFilter(Store store, Clock clock, boolean refuses, Function<HttpRequest, String> client) {
        this.buckets = store.isShared() ? new BucketsInStore(store, clock) : new BucketsInMemory(clock);
        this.refuses = refuses;
        this.client = client;
    }

    @Override
    public void pass(Exchange exchange) {
        exchange.operation().endpointSet().ifPresent(set -> count(exchange, set));
    }

    private void count(Exchange exchange, EndpointSet set) {
        int left = buckets.take(set, scope(exchange, set));
        if (exchange.operation().surface() != ApiBase.ATLAS_V1) {
            announce(exchange.answerHeaders(), set, left);
        }
        if (refuses && left < 0) {
            throw refusal(exchange, set).retryAfter(Math.max(1, Math.ceilDiv(set.seconds(), set.refill())));
        }
    }

    /** Says what is left. Version 1.0 of the API does not, as recorded. */
    private static void announce(Map<String, String> headers, EndpointSet set, int left) {
        headers.put("RateLimit-Limit", Integer.toString(set.capacity()));
        headers.put("RateLimit-Remaining", Integer.toString(Math.max(0, left)));
    }

    /** The token endpoint refuses in words of its own, as recorded. */
    private static ApiException refusal(Exchange exchange, EndpointSet set) {
        return set.scope() == EndpointSet.Scope.CLIENT
                ? ErrorCode.RATE_LIMITED.about(
                        exchange.operation().fullPath().text(), set.capacity(), set.seconds() / SECONDS_OF_MINUTE)
                : ErrorCode.RATE_LIMITED_TOKEN_BUCKET.about(
                        set.name(),
                        set.capacity(),
                        set.scope().name().toLowerCase(Locale.ROOT),
                        set.refill(),
                        set.seconds());
    }

    private String scope(Exchange exchange, EndpointSet set) {
        return switch (set.scope()) {
            case GROUP -> exchange.pathParameter("groupId");
            case ORGANIZATION -> exchange.pathParameter("orgId");
            case USER -> exchange.caller().id();
            case IP -> address(exchange);
            case CLIENT -> address(exchange) + " " + client.apply(exchange.request());
        };
    }

    private static String address(Exchange exchange) {
        return exchange.request().remoteAddress().getHostAddress();
    }
}
