package io.telamon.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.RequestObserver;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times answers by operation and status: {@code telamon_http_requests_seconds}, a histogram. */
final class RequestMetrics implements RequestObserver {

    private static final Duration[] BOUNDS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private final MeterRegistry registry;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(String operation, int status) {}

    @Override
    public void answered(Exchange exchange, int status, long nanos) {
        timers.computeIfAbsent(new Key(exchange.operation().id(), status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("telamon.http.requests")
                .description("Answers, from the request's head to before its answer is sent")
                .tag("operation", key.operation())
                .tag("status", Integer.toString(key.status()))
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
