package io.telamon.gateway.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.gateway.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private final Budget budget = new Budget(2L * Frame.MAX_LENGTH);

    @Test
    void doesNotCountSmallFrames() throws IOException {
        assertThat(budget.take(1 << 20)).isZero();
    }

    @Test
    void makesLargeFramesWaitForEachOther() throws IOException {
        int first = budget.take(Frame.MAX_LENGTH);
        int second = budget.take(Frame.MAX_LENGTH);
        CompletableFuture<Integer> third = CompletableFuture.supplyAsync(this::take);

        assertThat(third).isNotCompleted();
        budget.give(first);
        assertThat(third).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(second);
    }

    private int take() {
        try {
            return budget.take(Frame.MAX_LENGTH);
        } catch (IOException e) {
            return -2;
        }
    }
}
