package io.telamon.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When an operation is slow. */
class SlowThresholdTest {

    private final SlowThreshold threshold = new SlowThreshold(0);
    private long now;

    @Test
    void isTheServersOwnUnlessManaged() {
        afterOperationsOf(1);

        assertThat(isSlow(99, false)).isFalse();
        assertThat(isSlow(100, false)).isTrue();
    }

    @Test
    void isTheServersOwnUntilThereIsAnAverage() {
        assertThat(isSlow(99, true)).isFalse();
        assertThat(isSlow(100, true)).isTrue();
    }

    @Test
    void followsTheAverageWhereManaged() {
        afterOperationsOf(5);

        assertThat(isSlow(40, true)).isFalse();
        assertThat(isSlow(60, true)).isTrue();
        assertThat(isSlow(60, false)).isFalse();
    }

    @Test
    void staysWithinBounds() {
        afterOperationsOf(0);
        assertThat(isSlow(19, true)).isFalse();
        assertThat(isSlow(20, true)).isTrue();

        for (int times = 0; times < 100; times++) {
            afterOperationsOf(900);
        }
        assertThat(isSlow(990, true)).isFalse();
        assertThat(isSlow(1000, true)).isTrue();
    }

    private void afterOperationsOf(long millis) {
        for (int times = 0; times < 200; times++) {
            isSlow(millis, true);
        }
        now += Duration.ofSeconds(2).toNanos();
        isSlow(millis, true);
    }

    private boolean isSlow(long millis, boolean managed) {
        return threshold.isSlow(Duration.ofMillis(millis).toNanos(), now, managed);
    }
}
