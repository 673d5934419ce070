package io.telamon.control.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.MeteringTable.Point;
import io.telamon.control.dataplane.MeteringTable.Step;
import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.gateway.api.MeterReading;
import io.telamon.gateway.api.Metering;
import io.telamon.gateway.api.OperationKind;
import io.telamon.gateway.model.ClusterId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of what was counted. */
class MeteringHistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:30Z");
    private static final String CLUSTER = "cccccccccccccccccccccccc";

    @TempDir
    private Path folder;

    private final MeteringTable table = new MeteringTable();
    private Store store;
    private MeterReading reading = reading(0, 0);

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsWhatWasAddedInEachMinuteAndHour() {
        MeteringHistory first = at(NOON);
        reading = reading(3, 10);
        first.keep();
        reading = reading(2, 25);
        first.keep();

        assertThat(points(Step.MINUTE)).hasSize(1);
        assertThat(value(points(Step.MINUTE).getFirst(), Measure.INSERTS)).isEqualTo(25);
        assertThat(value(points(Step.MINUTE).getFirst(), Measure.CONNECTIONS)).isEqualTo(3);

        // after a restart the gateway counts from 0 again, and what it counts is added
        MeteringHistory second = at(NOON.plus(Duration.ofMinutes(5)));
        reading = reading(1, 4);
        second.keep();

        assertThat(points(Step.MINUTE))
                .extracting(point -> value(point, Measure.INSERTS))
                .containsExactly(25L, 4L);
        assertThat(points(Step.HOUR))
                .extracting(point -> value(point, Measure.INSERTS))
                .containsExactly(29L);
        assertThat(points(Step.HOUR).getFirst().beginsAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void keepsMinutesForTwoDaysAndHoursForLonger() {
        reading = reading(1, 1);
        at(NOON).keep();
        at(NOON.plus(Duration.ofDays(3))).keep();

        assertThat(points(Step.MINUTE)).hasSize(1);
        assertThat(points(Step.HOUR)).hasSize(2);
    }

    @Test
    void keepsNothingOfAClusterThatNobodyUsed() {
        at(NOON).keep();

        assertThat(points(Step.MINUTE)).isEmpty();
    }

    private MeteringHistory at(Instant now) {
        return new MeteringHistory(store, new Counted(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Point> points(Step step) {
        return store.read(
                handle -> table.list(handle, CLUSTER, step, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")));
    }

    private static long value(Point point, Measure measure) {
        return Objects.requireNonNull(point.values().get(measure));
    }

    private static MeterReading reading(long connections, long inserts) {
        return new MeterReading(
                connections, 0, 0, 0, Map.of(OperationKind.INSERT, inserts), 0, 0, 0, Duration.ZERO, 0, 0, 0);
    }

    private final class Counted implements Metering {

        @Override
        public Optional<MeterReading> reading(ClusterId cluster) {
            return Optional.of(reading);
        }

        @Override
        public Map<ClusterId, MeterReading> readings() {
            return Map.of(new ClusterId(CLUSTER), reading);
        }

        @Override
        public Set<ClusterId> unreachable() {
            return Set.of();
        }
    }
}
