package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.MeteringTable.Step;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.model.ClusterId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Steps of what was counted. */
class MeteredHistoryTest {

    private static final ClusterId CLUSTER = new ClusterId("cccccccccccccccccccccccc");
    private static final Instant NOW = Instant.parse("2026-03-10T12:07:30Z");
    private static final Instant CREATED = Instant.parse("2026-03-10T11:58:20Z");

    @TempDir
    private Path folder;

    private Store store;
    private MeteredHistory history;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
        history = new MeteredHistory(store, Clock.fixed(NOW, ZoneOffset.UTC));
        count(Instant.parse("2026-03-10T11:59:00Z"), 6, 2);
        count(Instant.parse("2026-03-10T12:01:00Z"), 10, 5);
        count(Instant.parse("2026-03-10T12:02:00Z"), 20, 3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void addsCountsAndTakesTheHighestOfLevels() {
        List<MeteredStep> steps = steps(Duration.ofHours(1), Duration.ofMinutes(5));

        assertThat(steps)
                .extracting(MeteredStep::beginsAt)
                .containsExactly(CREATED, Instant.parse("2026-03-10T12:00:00Z"), Instant.parse("2026-03-10T12:05:00Z"));
        assertThat(steps).extracting(step -> step.value(Measure.INSERTS)).containsExactly(6L, 30L, 0L);
        assertThat(steps).extracting(step -> step.value(Measure.CONNECTIONS)).containsExactly(2L, 5L, 0L);
        assertThat(steps).extracting(MeteredStep::seconds).containsExactly(100L, 300L, 150L);
    }

    @Test
    void beginsWithTheClusterAndEndsNow() {
        assertThat(steps(Duration.ofDays(3000), Duration.ofDays(1))).hasSize(1);
        assertThat(steps(Duration.ofDays(3000), Duration.ofMinutes(1))).hasSize(10);
        assertThat(history.of(CLUSTER, CREATED, NOW, NOW.plus(Duration.ofDays(9)), Duration.ofMinutes(1)))
                .hasSize(1);
    }

    @Test
    void goesBackAsFarAsIsKept() {
        Instant old = NOW.minus(Duration.ofDays(900));

        assertThat(history.of(CLUSTER, old, old, NOW, Duration.ofMinutes(1))).hasSize(2 * 24 * 60 + 1);
        assertThat(history.of(CLUSTER, old, old, NOW, Duration.ofHours(1))).hasSize(62 * 24 + 1);
    }

    @Test
    void takesShorterStepsThanAMinuteForMinutes() {
        assertThat(steps(Duration.ofMinutes(2), Duration.ofSeconds(10))).hasSize(3);
    }

    private List<MeteredStep> steps(Duration period, Duration length) {
        return history.of(CLUSTER, CREATED, NOW.minus(period), NOW, length);
    }

    private void count(Instant moment, long inserts, long connections) {
        Map<Measure, Long> values = new EnumMap<>(Measure.class);
        Measure.ALL.forEach(measure -> values.put(measure, 0L));
        values.put(Measure.INSERTS, inserts);
        values.put(Measure.CONNECTIONS, connections);
        store.write(transaction -> {
            for (Step step : Step.values()) {
                new MeteringTable().add(transaction.handle(), CLUSTER.value(), step, moment, values);
            }
            return true;
        });
    }
}
