package io.telamon.server.health;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Surface;
import io.telamon.control.store.Store;

/** The operations that orchestrators poll. They need no credentials and tell nothing but yes or no. */
public final class HealthOperations {

    private static final Health UP = new Health("UP");

    private final Store store;

    public HealthOperations(Store store) {
        this.store = store;
    }

    /**
     * An answer of yes.
     *
     * @param status always {@code UP}; a no is an error
     */
    public record Health(String status) {}

    /** Declares them. */
    public void declare(Operations api) {
        api.operation("getLiveness", Surface.TELAMON).get("/health/live").open().answers(200, call -> UP);
        api.operation("getReadiness", Surface.TELAMON)
                .get("/health/ready")
                .open()
                .answers(200, call -> readiness());
    }

    private Health readiness() {
        try {
            store.read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
            return UP;
        } catch (RuntimeException unreachable) {
            throw ErrorCode.SERVICE_UNAVAILABLE.about().retryAfter(1);
        }
    }
}
