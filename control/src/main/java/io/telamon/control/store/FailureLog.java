package io.telamon.control.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs failures of the database: one line, and the same kind again only after half a minute. */
final class FailureLog {

    private static final Logger log = LoggerFactory.getLogger(FailureLog.class);
    private static final long INTERVAL = Duration.ofSeconds(30).toNanos();

    private final LongSupplier nanoTime;
    private final Map<StoreFailure, Long> logged = new EnumMap<>(StoreFailure.class);
    private long silent;

    FailureLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void failed(StoreException failure) {
        long now = nanoTime.getAsLong();
        Long before = logged.get(failure.failure());
        if (before != null && now - before < INTERVAL) {
            silent++;
            return;
        }
        logged.put(failure.failure(), now);
        String line = failure.getMessage() + (silent == 0 ? "" : "; " + silent + " more since the last such line");
        if (failure.failure().isBrief()) {
            log.warn(line);
        } else {
            log.error(line);
        }
        silent = 0;
    }

    synchronized void recovered() {
        logged.clear();
        silent = 0;
        log.info("the database works again");
    }
}
