package io.telamon.gateway.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final long SECOND = 1_000_000_000L;

    private final Throttle throttle = new Throttle();

    @Test
    void letsAShortBurstPass() {
        for (int i = 0; i < 50; i++) {
            assertThat(throttle.take(0, 500)).isZero();
        }
    }

    @Test
    void spreadsTheRestEvenly() {
        long wait = 0;
        for (int i = 0; i < 50 + 101; i++) {
            wait = throttle.take(0, 500);
        }

        assertThat(wait).isEqualTo(100 * SECOND / 500);
    }

    @Test
    void neverMakesAnyoneWaitASecond() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(throttle.take(0, 500)).isLessThan(SECOND);
        }
    }

    @Test
    void forgetsAfterAPause() {
        for (int i = 0; i < 400; i++) {
            throttle.take(0, 500);
        }

        assertThat(throttle.take(2 * SECOND, 500)).isZero();
    }

    @Test
    void keepsTheRateOverTime() {
        long now = -5 * SECOND;
        long start = now;
        for (int i = 0; i < 2_000; i++) {
            now += throttle.take(now, 500);
        }

        assertThat(now - start).isBetween(3 * SECOND + SECOND * 8 / 10, 4 * SECOND);
    }
}
