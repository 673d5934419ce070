package io.telamon.control.monitoring.log;

import io.telamon.control.store.BackgroundFailures;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.api.ActivitySource;
import io.telamon.gateway.model.ClusterId;
import io.telamon.gateway.thread.EssentialThread;
import io.telamon.gateway.thread.EssentialThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logs of clusters, in the store: a thread takes each second what has happened at the gateway, so that nobody who connects waits for
 * the database. What a crash loses is that second. A log is kept for 30 days, and about the last 10 000 lines of each kind.
 */
public final class ClusterLogs implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ClusterLogs.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration BETWEEN_AGES = Duration.ofHours(1);

    /** How many lines of a kind are kept of a cluster, and how many more until they are counted. */
    private static final int MOST = 10_000;

    private static final int COUNTED_EVERY = 1000;

    private final Store store;
    private final ActivitySource source;
    private final Clock clock;
    private final ObjectIdGenerator ids;
    private final Map<Log, Integer> added = new HashMap<>();
    private Instant forgotten = Instant.EPOCH;
    private @Nullable EssentialThread thread;
    private volatile boolean closed;

    /** The lines of a kind of a cluster. */
    private record Log(ClusterId clusterId, LogKind kind) {}

    private ClusterLogs(Store store, ActivitySource source, Clock clock) {
        this.store = store;
        this.source = source;
        this.clock = clock;
        this.ids = new ObjectIdGenerator(clock);
    }

    /**
     * Begins to write what happens.
     *
     * @param threads list the one that does, as {@code telamon-cluster-logs}
     */
    public static ClusterLogs start(Store store, ActivitySource source, Clock clock, EssentialThreads threads) {
        ClusterLogs logs = new ClusterLogs(store, source, clock);
        logs.thread = threads.start("telamon-cluster-logs", logs::run);
        return logs;
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(PAUSE);
                write();
            } catch (InterruptedException e) {
                log.debug("interrupted, as when closed");
            } catch (RuntimeException e) {
                BackgroundFailures.log(log, "what happened in clusters cannot be written to their logs", e);
            }
        }
    }

    /** Writes what has happened up to now at the gateway of this node. */
    synchronized void write() {
        List<LogEntry> entries = new ArrayList<>();
        source.drain((cluster, activity) -> entries.add(LogEntry.of(ids.next(), cluster, activity)));
        Instant now = clock.instant();
        boolean ages = Duration.between(forgotten, now).compareTo(BETWEEN_AGES) > 0;
        if (entries.isEmpty() && !ages) {
            return;
        }
        store.write(transaction -> write(transaction, entries, ages, now));
        if (ages) {
            forgotten = now;
        }
    }

    private boolean write(Transaction transaction, List<LogEntry> entries, boolean ages, Instant now) {
        if (!entries.isEmpty()) {
            LogTable.add(transaction.handle(), entries);
            entries.forEach(entry -> added.merge(new Log(entry.clusterId(), entry.kind()), 1, Integer::sum));
            added.forEach((one, lines) -> {
                if (lines >= COUNTED_EVERY) {
                    LogTable.keep(transaction.handle(), one.clusterId(), one.kind(), MOST);
                }
            });
            added.values().removeIf(lines -> lines >= COUNTED_EVERY);
        }
        if (ages) {
            LogTable.forget(transaction.handle(), now.minus(KEPT));
        }
        return true;
    }

    /** The lines that a filter lets through, the newest first, those of this moment too. */
    public List<LogEntry> find(LogFilter filter) {
        write();
        return store.read(handle -> LogTable.find(handle, filter));
    }

    /** Reads the log of a member between two moments, the oldest line first, up to this moment. */
    void read(ClusterId clusterId, int member, Instant from, Instant to, Consumer<String> lines) {
        write();
        store.read(handle -> {
            LogTable.read(handle, clusterId, member, from, to, lines);
            return true;
        });
    }

    /** Writes the rest and ends. */
    @Override
    public void close() {
        closed = true;
        if (thread != null) {
            thread.end();
            thread.interrupt();
            thread.join();
        }
        try {
            write();
        } catch (RuntimeException e) {
            BackgroundFailures.log(log, "what happened in clusters in the last second cannot be written", e);
        }
    }
}
