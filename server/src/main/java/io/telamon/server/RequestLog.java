package io.telamon.server;

import io.telamon.control.api.Caller;
import io.telamon.control.api.Exchange;
import io.telamon.control.api.RequestObserver;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs each request in one line: method, path, status, milliseconds, caller, operation. Queries, headers and bodies, which may
 * hold secrets, are left out. It does not depend on the level of the log.
 */
final class RequestLog implements RequestObserver {

    private static final int LONGEST_PATH = 500;
    private static final double NANOS_PER_MILLI = 1e6;

    /** Kept, as the log manager would forget it and its level. */
    private final Logger logger = Logger.getLogger("io.telamon.requests");

    RequestLog() {
        logger.setLevel(Level.INFO);
    }

    @Override
    public void answered(Exchange exchange, int status, long nanos) {
        String path = exchange.request().rawPath();
        logger.info(String.format(
                Locale.ROOT,
                "%s %s %d %.1f ms %s %s",
                exchange.request().method(),
                path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) + "..." : path,
                status,
                nanos / NANOS_PER_MILLI,
                exchange.findCaller().map(Caller::name).orElse("-"),
                exchange.operation().id()));
    }
}
