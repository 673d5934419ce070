package io.telamon.engine.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

    /** A copy of the file is what a crash leaves. */
    @Test
    void goesOnAfterACrashWithAnEarlierClock() throws IOException {
        try (ClusterStore store = open(DAY)) {
            long told = store.time().now();
            for (int crash = 0; crash < 3; crash++) {
                Path left = Files.copy(folder.resolve("f"), folder.resolve("crash" + crash));
                try (ClusterStore again = open(left, DAY.minusSeconds(3600))) {
                    assertThat(again.time().now()).isGreaterThanOrEqualTo(told);
                    assertThat(again.time().isReached(told)).isTrue();
                    assertThat(write(again, 1)).isGreaterThan(told);
                }
                told = write(store, 3, false);
            }
        }
    }

    /** Without a write in between nothing is stored, and with one that nobody waits for the time is. */
    @Test
    void goesOnAfterCrashesOfAFileThatHasBeenThere() throws IOException {
        try (ClusterStore store = open(DAY)) {
            write(store, 1);
        }
        try (ClusterStore store = open(DAY.plusSeconds(60))) {
            long read = store.time().now();
            Path unwritten = Files.copy(folder.resolve("f"), folder.resolve("unwritten"));
            long written = write(store, 1, false);
            Path left = Files.copy(folder.resolve("f"), folder.resolve("written"));

            assertThat(read).isLessThan(written);
            assertThat(afterCrash(unwritten)).isGreaterThanOrEqualTo(read);
            assertThat(afterCrash(left)).isGreaterThanOrEqualTo(written);
        }
    }

    @Test
    void comparesTimesWithoutASign() {
        Instant late = Instant.parse("2040-01-01T00:00:00Z");
        long last;
        try (ClusterStore store = open(Instant.parse("2038-01-19T03:14:00Z"))) {
            write(store, 1);
        }
        try (ClusterStore store = open(late)) {
            last = write(store, 2);
            assertThat(last >>> 32).isEqualTo(late.getEpochSecond());
            assertThat(store.time().isReached(last)).isTrue();
            assertThat(store.time().isReached(last + 1)).isFalse();
        }
        try (ClusterStore store = open(DAY)) {
            assertThat(Long.compareUnsigned(write(store, 1), last)).isPositive();
        }
    }

    private static long afterCrash(Path file) {
        try (ClusterStore store = open(file, DAY.minusSeconds(3600))) {
            return store.time().now();
        }
    }

    private ClusterStore open(Instant now) {
        return open(folder.resolve("f"), now);
    }

    private static ClusterStore open(Path file, Instant now) {
        return ClusterStore.open(file.toString(), 1, new ResultMemory(1_000), InstantSource.fixed(now));
    }

    private static long write(ClusterStore store, int times) {
        return write(store, times, true);
    }

    private static long write(ClusterStore store, int times, boolean durable) {
        for (int i = 0; i < times; i++) {
            store.write(
                    () -> {
                        store.time().advance();
                        return 1;
                    },
                    durable);
        }
        return store.time().now();
    }
}
