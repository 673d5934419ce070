package io.telamon.control.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.api.EndpointSet;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Buckets in memory, and on PostgreSQL those in the store. The set holds 10 tokens, of which 5 return in a minute. */
class BucketsTest {

    private static final EndpointSet SET =
            new EndpointSet("ORGANIZATION_SETTINGS", EndpointSet.Scope.ORGANIZATION, 10, 5, 60);
    private static final EndpointSet OTHER = new EndpointSet("ORGANIZATIONS", EndpointSet.Scope.USER, 500, 500, 60);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Store store;
    private Buckets buckets;

    @BeforeEach
    void open() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        store = TestStores.open(folder);
        buckets = store.isShared() ? new BucketsInStore(store, clock) : new BucketsInMemory(clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void giveAsManyTokensAsTheyHold() {
        for (int left = 9; left >= 0; left--) {
            assertThat(buckets.take(SET, "a")).isEqualTo(left);
        }
        assertThat(buckets.take(SET, "a")).isNegative();
        assertThat(buckets.take(SET, "b")).as("another scope").isEqualTo(9);
        assertThat(buckets.take(OTHER, "a")).as("another set").isEqualTo(499);
    }

    @Test
    void getTokensBackOverTime() {
        takeAll();

        pass(Duration.ofMillis(11_990));
        assertThat(buckets.take(SET, "a")).isNegative();
        pass(Duration.ofMillis(20));
        assertThat(buckets.take(SET, "a")).isZero();
        assertThat(buckets.take(SET, "a")).isNegative();
        pass(Duration.ofMinutes(1));
        assertThat(buckets.take(SET, "a")).isEqualTo(4);
    }

    @Test
    void neverHoldMoreThanTheirCapacity() {
        takeAll();

        pass(Duration.ofDays(1));

        assertThat(buckets.take(SET, "a")).isEqualTo(9);
    }

    @Test
    void loseNoTokensWhenTheClockGoesBack() {
        buckets.take(SET, "a");

        pass(Duration.ofHours(-1));

        assertThat(buckets.take(SET, "a")).isEqualTo(8);
    }

    private void takeAll() {
        for (int i = 0; i < 10; i++) {
            buckets.take(SET, "a");
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
