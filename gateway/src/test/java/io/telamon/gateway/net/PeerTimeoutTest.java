package io.telamon.gateway.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PeerTimeoutTest {

    private final PeerTimeout timeout = new PeerTimeout(ConnectionTimeouts.usual());

    private boolean isExpiredAfter(int seconds) {
        return timeout.isExpired(System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
    }

    private void known() {
        timeout.connected();
        timeout.trust();
        timeout.rest();
    }

    @Test
    void givesTenSecondsForTheHandshakeAndTheFirstMessageTogether() {
        timeout.connected();
        assertThat(isExpiredAfter(9)).isFalse();
        assertThat(isExpiredAfter(11)).isTrue();
        timeout.frameBegun();
        assertThat(isExpiredAfter(11)).isTrue();
        assertThat(timeout.hasSpoken()).isFalse();
    }

    @Test
    void givesTwoMinutesOfSilenceToWhoHasSpoken() {
        timeout.connected();
        timeout.rest();
        assertThat(timeout.hasSpoken()).isTrue();
        assertThat(isExpiredAfter(119)).isFalse();
        assertThat(isExpiredAfter(121)).isTrue();
    }

    @Test
    void givesUsersAllTheTimeTheyWantBetweenFrames() {
        known();
        assertThat(isExpiredAfter(1_000_000)).isFalse();
    }

    @Test
    void givesTwoMinutesForAFrameAndTenSecondsForEachPartOfALargeOne() {
        known();
        timeout.frameBegun();
        assertThat(isExpiredAfter(119)).isFalse();
        assertThat(isExpiredAfter(121)).isTrue();
        timeout.progressed(1000);
        assertThat(isExpiredAfter(9)).isFalse();
        assertThat(isExpiredAfter(11)).isTrue();
        timeout.frameEnded();
        assertThat(isExpiredAfter(1_000_000)).isFalse();
    }

    @Test
    void doesNotTakeAFewBytesForProgress() throws InterruptedException {
        known();
        timeout.frameBegun();
        timeout.progressed(1000);
        long begun = System.nanoTime();
        Thread.sleep(50);
        timeout.progressed(1000);
        long later =
                begun + Duration.ofSeconds(10).toNanos() + Duration.ofMillis(1).toNanos();
        assertThat(timeout.isExpired(later)).isTrue();

        timeout.progressed(PeerTimeout.STEP);
        assertThat(timeout.isExpired(later)).isFalse();
    }

    @Test
    void doesNotCountTheTimeThatAPeerIsMadeToWait() {
        known();
        timeout.frameBegun();
        timeout.progressed(1000);
        timeout.waitBegun();
        assertThat(isExpiredAfter(1_000_000)).isFalse();
        timeout.waitEnded();
        assertThat(isExpiredAfter(11)).isTrue();
    }
}
