package io.telamon.control.access.digest;

import io.telamon.control.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The uses of nonces where several nodes make them: the database decides which use is the first. */
final class NonceUsesInStore implements NonceUses {

    private static final long CLEANING_INTERVAL_MILLIS = 30_000;

    private final Store store;
    private final Clock clock;
    private final AtomicLong nextCleaning = new AtomicLong();

    NonceUsesInStore(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean use(String nonce, Nonces.Verdict.Fresh verdict, long count) {
        Instant expiresAt = Instant.ofEpochSecond(verdict.expiresAtSecond());
        boolean cleans = isTimeToClean();
        return store.write(transaction -> {
            if (cleans) {
                transaction.handle().execute("DELETE FROM digest_use WHERE expires_at < ?", clock.instant());
            }
            return transaction
                            .handle()
                            .execute(
                                    "INSERT INTO digest_use (nonce, count, expires_at) VALUES (?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING",
                                    nonce,
                                    count,
                                    expiresAt)
                    == 1;
        });
    }

    private boolean isTimeToClean() {
        long now = clock.millis();
        long due = nextCleaning.get();
        return now >= due && nextCleaning.compareAndSet(due, now + CLEANING_INTERVAL_MILLIS);
    }
}
