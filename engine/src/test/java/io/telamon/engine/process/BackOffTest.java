package io.telamon.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.gateway.spi.engine.EngineUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final IllegalStateException failure = new IllegalStateException("made by the test");

    private long nanoTime = Long.MAX_VALUE - 1;
    private final BackOff backOff = new BackOff(() -> nanoTime);

    @Test
    void letsTryWhatHasNotFailed() {
        assertThat(isTried()).isTrue();
    }

    @Test
    void doublesThePauseWithEachFailureUpTo30Seconds() {
        List<Long> pauses =
                IntStream.range(0, 10).mapToObj(i -> pauseAfterFailure()).toList();

        assertThat(pauses).containsExactly(250L, 500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void beginsAnewAfterASuccess() {
        pauseAfterFailure();
        pauseAfterFailure();

        backOff.succeeded();

        assertThat(isTried()).isTrue();
        assertThat(pauseAfterFailure()).isEqualTo(250);
    }

    @Test
    void saysWhatFailedLast() {
        backOff.failed(new IllegalStateException("first"));
        backOff.failed(failure);

        assertThat(catchThrowable(backOff::check))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining("made by the test")
                .hasCause(failure);
    }

    /** Milliseconds from a failure until it is tried again. */
    private long pauseAfterFailure() {
        backOff.failed(failure);
        long pause = 0;
        while (!isTried()) {
            pause++;
            nanoTime += Duration.ofMillis(1).toNanos();
        }
        return pause;
    }

    private boolean isTried() {
        return catchThrowable(backOff::check) == null;
    }
}
