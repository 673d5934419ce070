package io.telamon.engine.remote;

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

    @Test
    void leavesAQuarterToOthersThanOneShare() throws IOException {
        Budget share = budget.share();
        int first = share.take(Frame.MAX_LENGTH);
        share.take(20_000_000);
        CompletableFuture<Integer> tooMuch = CompletableFuture.supplyAsync(() -> take(share, 10_000_000));

        assertThat(budget.share().take(20_000_000)).isPositive();
        assertThat(tooMuch).isNotCompleted();
        share.give(first);
        assertThat(tooMuch).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void countsWhatSharesTakeAndGive() throws IOException {
        Budget share = budget.share();
        int taken = share.take(Frame.MAX_LENGTH);
        budget.take(Frame.MAX_LENGTH);
        CompletableFuture<Integer> third = CompletableFuture.supplyAsync(this::take);

        assertThat(third).isNotCompleted();
        share.give(taken);
        assertThat(third).succeedsWithin(Duration.ofSeconds(5));
    }

    private int take() {
        return take(budget, Frame.MAX_LENGTH);
    }

    private static int take(Budget budget, int length) {
        try {
            return budget.take(length);
        } catch (IOException e) {
            return -2;
        }
    }
}
