package io.telamon.control.dataplane;

import io.telamon.control.dataplane.MeteringTable.Step;
import io.telamon.control.store.BackgroundFailures;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is counted of clusters, by the minute and by the hour. What a crash loses is less than a minute of it. */
public final class MeteringHistory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MeteringHistory.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MeteringTable table = new MeteringTable();
    private final Store store;
    private final Metering metering;
    private final Clock clock;
    private final Map<ClusterId, MeterReading> kept = new HashMap<>();
    private @Nullable EssentialThread thread;
    private volatile boolean closed;

    MeteringHistory(Store store, Metering metering, Clock clock) {
        this.store = store;
        this.metering = metering;
        this.clock = clock;
    }

    /**
     * Begins to keep what is counted from now on.
     *
     * @param threads list the one that keeps it, as {@code telamon-metering}
     */
    public static MeteringHistory start(Store store, Metering metering, Clock clock, EssentialThreads threads) {
        MeteringHistory history = new MeteringHistory(store, metering, clock);
        history.thread = threads.start("telamon-metering", history::run);
        return history;
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(MINUTE);
                keep();
            } catch (InterruptedException e) {
                log.debug("interrupted, as when closed");
            } catch (RuntimeException e) {
                BackgroundFailures.log(log, "what was counted of clusters cannot be kept, trying again", e);
            }
        }
    }

    /** Keeps what was counted since the last time. */
    synchronized void keep() {
        Map<ClusterId, MeterReading> readings = metering.readings();
        Map<ClusterId, Map<Measure, Long>> added = new HashMap<>();
        readings.forEach((cluster, reading) -> {
            Map<Measure, Long> values = since(kept.get(cluster), reading);
            if (values.values().stream().anyMatch(value -> value != 0)) {
                added.put(cluster, values);
            }
        });
        if (!added.isEmpty()) {
            Instant now = clock.instant();
            store.write(transaction -> add(transaction, added, now));
        }
        kept.clear();
        kept.putAll(readings);
    }

    private boolean add(Transaction transaction, Map<ClusterId, Map<Measure, Long>> added, Instant now) {
        for (Step step : Step.values()) {
            added.forEach((cluster, values) -> table.add(transaction.handle(), cluster.value(), step, now, values));
        }
        table.forget(transaction.handle(), now);
        return true;
    }

    private static Map<Measure, Long> since(@Nullable MeterReading before, MeterReading now) {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.ALL) {
            long already = measure.isLevel() || before == null ? 0 : measure.of(before);
            values.put(measure, measure.of(now) - already);
        }
        return values;
    }

    /** Keeps the rest and ends. */
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.end();
            thread.interrupt();
            thread.join();
        }
        try {
            keep();
        } catch (RuntimeException e) {
            BackgroundFailures.log(log, "what was counted of clusters in the last minute cannot be kept", e);
        }
    }
}
