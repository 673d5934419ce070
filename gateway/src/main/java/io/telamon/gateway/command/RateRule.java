package io.telamon.gateway.command;

import io.telamon.gateway.cluster.ServedCluster;
import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.TierLimit;
import java.time.Duration;

/** Operations wait for their turn. */
final class RateRule implements Rule {

    @Override
    public void check(Request request) {
        if (!request.limits().has(TierLimit.OPERATIONS_PER_SECOND)) {
            return;
        }
        ServedCluster cluster = request.session().cluster();
        long wait = cluster.throttle().take(System.nanoTime(), request.limits().of(TierLimit.OPERATIONS_PER_SECOND));
        if (wait > 0) {
            cluster.meter().throttled(wait);
            sleep(wait);
        }
    }

    private static void sleep(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(nanos));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Errors.unavailable();
        }
    }
}
