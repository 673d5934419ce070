package io.telamon.control.access.list;

import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.BackgroundFailures;
import io.telamon.control.store.Store;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the requests that come by each entry of an API access list. Counts are written together, within a minute, so
 * that a request costs no write; the service itself shows them up to five minutes late. A crash loses what is not written.
 */
public final class AddressUse {

    private static final Logger log = LoggerFactory.getLogger(AddressUse.class);
    private static final long INTERVAL_MILLIS = 60_000;

    private final Store store;
    private final Clock clock;
    private final Map<Entry, Use> uses = new ConcurrentHashMap<>();
    private final AtomicLong nextWrite = new AtomicLong();

    /** Counts that are written to the store. */
    public AddressUse(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    private record Entry(PrincipalId principalId, IpRange range) {}

    private record Use(long requests, Instant last, String address) {

        Use plus(Use later) {
            return new Use(requests + later.requests, later.last, later.address);
        }
    }

    /**
     * Counts a request.
     *
     * @param range the entry of the principal's list that the address is in
     */
    public void count(PrincipalId principalId, IpRange range, InetAddress address) {
        Instant now = clock.instant();
        uses.merge(new Entry(principalId, range), new Use(1, now, address.getHostAddress()), Use::plus);
        long due = nextWrite.get();
        if (now.toEpochMilli() >= due && nextWrite.compareAndSet(due, now.toEpochMilli() + INTERVAL_MILLIS)) {
            Thread.startVirtualThread(this::writeOrLog);
        }
    }

    /** Writes what was counted so far. */
    public void write() {
        if (uses.isEmpty()) {
            return;
        }
        Map<Entry, Use> taken = new ConcurrentHashMap<>();
        uses.keySet()
                .forEach(entry -> uses.computeIfPresent(entry, (key, use) -> {
                    taken.put(key, use);
                    return null;
                }));
        store.write(transaction -> {
            taken.forEach((entry, use) -> AccessListTable.used(
                    transaction.handle(), entry.principalId, entry.range, use.requests, use.last, use.address));
            return taken.size();
        });
    }

    private void writeOrLog() {
        try {
            write();
        } catch (RuntimeException e) {
            BackgroundFailures.log(log, "the use of API access lists could not be written", e);
        }
    }
}
