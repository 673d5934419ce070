package io.telamon.gateway.spi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    @Test
    void namesTheCausesOnceOutermostFirst() {
        Throwable failure = new IllegalStateException(
                "no answer", new IOException("no answer", new IOException("Connection refused")));

        assertThat(FailureReason.of(failure)).isEqualTo("no answer: Connection refused");
    }

    @Test
    void namesTheClassWhereThereIsNoMessage() {
        assertThat(FailureReason.of(new IOException((String) null))).isEqualTo("IOException");
    }

    @Test
    void endsWhereCausesGoRound() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);

        assertThat(FailureReason.of(first)).isEqualTo("first: second");
    }
}
