package io.telamon.control.rehearsal;

import io.telamon.control.api.ApiBase;
import io.telamon.control.api.ApiException;
import io.telamon.control.api.ConnectionDropException;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.RequestFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Makes requests go wrong in the way that testers have asked for. Telamon's own operations are spared. */
public final class FaultInjectionFilter implements RequestFilter {

    private final Faults faults;

    public FaultInjectionFilter(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void pass(Exchange exchange) {
        if (exchange.operation().surface() == ApiBase.TELAMON) {
            return;
        }
        for (Fault fault : faults.active()) {
            if (fault.hits(exchange.findCaller(), exchange.operation().id())
                    && ThreadLocalRandom.current().nextDouble() < fault.chance()
                    && faults.spend(fault)) {
                inject(fault.definition(), exchange);
            }
        }
    }

    private static void inject(FaultDefinition fault, Exchange exchange) {
        if (fault.latencyMillis() != null) {
            sleep(Duration.ofMillis(fault.latencyMillis()));
        }
        if (Boolean.TRUE.equals(fault.dropConnection())) {
            throw new ConnectionDropException();
        }
        if (fault.status() != null) {
            ApiException refusal = refusal(fault.status(), exchange.request().rawPath());
            throw Optional.ofNullable(fault.retryAfterSeconds())
                    .map(refusal::retryAfter)
                    .orElse(refusal);
        }
    }

    private static ApiException refusal(int status, String path) {
        return switch (status) {
            case 429 -> ErrorCode.RATE_LIMITED.about(path, 1, 1);
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE.about();
            default -> ErrorCode.UNEXPECTED_ERROR.about();
        };
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
