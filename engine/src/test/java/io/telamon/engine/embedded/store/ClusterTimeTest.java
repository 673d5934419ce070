package io.telamon.engine.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTimeTest {

    private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void goesOnAfterARestartWithAnEarlierClock() {
        long last;
        try (ClusterStore store = open(DAY)) {
            last = write(store, 5);
        }
        try (ClusterStore store = open(DAY.minusSeconds(3600))) {
            assertThat(store.time().now()).isGreaterThan(last);
            assertThat(store.time().isReached(last)).isTrue();
            assertThat(write(store, 1)).isGreaterThan(last);
        }
    }

    @Test
    void followsTheClock() {
        try (ClusterStore store = open(DAY)) {
            write(store, 1);
        }
        try (ClusterStore store = open(DAY.plusSeconds(60))) {
            assertThat(write(store, 1) >>> 32).isEqualTo(DAY.plusSeconds(60).getEpochSecond());
        }
    }

    private ClusterStore open(Instant now) {
        return ClusterStore.open(folder.resolve("f").toString(), 1, new ResultMemory(1_000), InstantSource.fixed(now));
    }

    private static long write(ClusterStore store, int times) {
        for (int i = 0; i < times; i++) {
            store.write(
                    () -> {
                        store.time().advance();
                        return 1;
                    },
                    true);
        }
        return store.time().now();
    }
}
