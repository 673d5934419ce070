package io.telamon.control.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.dataplane.Measure;
import io.telamon.control.dataplane.MeteredStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of what was counted. */
class SeriesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<MeteredStep> STEPS = List.of(
            new MeteredStep(
                    NOON, 60, Map.of(Measure.INSERTS, 30L, Measure.CONNECTIONS, 4L, Measure.LOGICAL_BYTES, 250L)),
            new MeteredStep(NOON.plusSeconds(60), 60, Map.of()),
            new MeteredStep(NOON.plusSeconds(120), 20, Map.of(Measure.INSERTS, 40L, Measure.LOGICAL_BYTES, 500L)));

    private final Series primary = new Series(STEPS, true, 1000, Map.of("objects", 7.0));
    private final Series secondary = new Series(STEPS, false, 1000, Map.of());

    @Test
    void countsByTheSecondOnThePrimary() {
        assertThat(values(primary, "rate INSERTS")).containsExactly(0.5, 0.0, 2.0);
        assertThat(values(primary, "rate INSERTS QUERIES")).containsExactly(0.5, 0.0, 2.0);
        assertThat(values(primary, "level CONNECTIONS")).containsExactly(4.0, 0.0, 0.0);
        assertThat(values(secondary, "rate INSERTS")).containsExactly(0.0, 0.0, 0.0);
    }

    @Test
    void keepsWhatIsHeldOnEveryMember() {
        assertThat(values(secondary, "held LOGICAL_BYTES")).containsExactly(250.0, 250.0, 500.0);
        assertThat(values(primary, "disk-free")).containsExactly(750.0, 750.0, 500.0);
        assertThat(values(primary, "disk-percent-free")).containsExactly(75.0, 75.0, 50.0);
        assertThat(values(primary, "disk-percent-used")).containsExactly(25.0, 25.0, 50.0);
    }

    @Test
    void knowsWhatIsNotMeasured() {
        assertThat(values(primary, "zero")).containsExactly(0.0, 0.0, 0.0);
        assertThat(values(primary, "unknown")).containsExactly(null, null, null);
        assertThat(values(primary, "absent")).isEmpty();
        assertThat(values(primary, "statistic objects")).containsExactly(7.0, 7.0, 7.0);
    }

    private static List<@Nullable Double> values(Series series, String source) {
        return series.of(Source.parse(source)).stream()
                .<@Nullable Double>map(DataPoint::value)
                .toList();
    }
}
