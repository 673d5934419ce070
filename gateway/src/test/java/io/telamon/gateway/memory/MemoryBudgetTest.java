package io.telamon.gateway.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MemoryBudgetTest {

    private static final long TOTAL = 160;
    private static final long RESERVE = 100;

    private final Executor threads = task -> Thread.ofVirtual().start(task);
    private final MemoryBudget budget = new MemoryBudget(TOTAL, RESERVE);
    private final MemoryShare share = budget.share();
    private final MemoryShare other = budget.share();

    private CompletableFuture<Void> growing(MemoryLease lease, long bytes) {
        return CompletableFuture.runAsync(() -> grow(lease, bytes), threads);
    }

    private static void grow(MemoryLease lease, long bytes) {
        try {
            lease.grow(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void succeeds(CompletableFuture<Void> growth) {
        assertThat(growth).succeedsWithin(Duration.ofMinutes(1));
    }

    /** As many leases of a cluster as can have one byte without waiting. */
    private static List<MemoryLease> exhaust(MemoryShare share) throws IOException {
        List<MemoryLease> leases = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            MemoryLease lease = share.lease();
            lease.grow(1);
            leases.add(lease);
        }
        return leases;
    }

    @Test
    void leavesSomethingToAnotherClusterHoweverManyConnectionsUseMemory() throws IOException {
        exhaust(share);
        MemoryLease large = share.lease();
        large.grow(RESERVE);
        CompletableFuture<Void> waiting = growing(share.lease(), 1);

        other.lease().grow(5);
        assertThat(budget.free()).isEqualTo(TOTAL - 45 - RESERVE - 5);
        assertThat(waiting).isNotCompleted();
        large.close();
        succeeds(waiting);
    }

    @Test
    void letsLeasesThatWaitForEachOtherBecomeWhole() throws IOException {
        List<CompletableFuture<Void>> growths = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            MemoryLease lease = share.lease();
            lease.grow(5);
            growths.add(growing(lease, 90).thenRun(lease::close));
        }
        growths.forEach(MemoryBudgetTest::succeeds);
        assertThat(budget.free()).isEqualTo(TOTAL);
    }

    @Test
    void givesPriorityToTheClusterThatUsesLeast() throws IOException {
        MemoryLease first = share.lease();
        first.grow(RESERVE);
        share.lease().grow(10);
        MemoryLease second = share.lease();
        CompletableFuture<Void> secondGrows = growing(second, 80);
        awaitWaiting(1);
        MemoryLease third = other.lease();
        CompletableFuture<Void> thirdGrows = growing(third, 80);
        awaitWaiting(2);

        first.close();
        succeeds(thirdGrows);
        assertThat(secondGrows).isNotCompleted();
        third.close();
        succeeds(secondGrows);
    }

    private void awaitWaiting(int count) {
        await().until(() -> budget.waiting() >= count);
    }

    @Test
    void neverMakesTheLeaseWithPriorityWait() throws IOException {
        exhaust(share);
        MemoryLease large = other.lease();
        large.grow(RESERVE);
        large.grow(2 * RESERVE);
        large.shrink(RESERVE);
        large.close();
        assertThat(budget.free()).isEqualTo(TOTAL - 45);
    }

    @Test
    void passesPriorityOnWhenARequestHasArrivedAndItsMemoryCanBeCountedAsCommon() throws IOException {
        MemoryLease running = share.lease();
        running.grow(58);
        assertThat(budget.free()).isEqualTo(TOTAL - 58);
        CompletableFuture<Void> next = growing(other.lease(), 90);
        awaitWaiting(1);
        assertThat(next).isNotCompleted();

        running.requestArrived();
        succeeds(next);
    }

    @Test
    void endsTheWaitOfALeaseThatIsCancelled() throws IOException {
        share.lease().grow(RESERVE);
        MemoryLease lease = share.lease();
        CompletableFuture<Void> waiting = growing(lease, RESERVE);
        lease.cancel();
        assertThat(waiting).failsWithin(Duration.ofMinutes(1));
        assertThatThrownBy(() -> lease.grow(1)).isInstanceOf(IOException.class);
        assertThat(budget.waiting()).isZero();
    }

    @Test
    void takesNothingForNothing() throws IOException {
        MemoryLease lease = share.lease();
        lease.grow(0);
        lease.shrink(0);
        assertThat(budget.free()).isEqualTo(TOTAL);
    }

    @Test
    void neverExceedsItselfByMoreThanOneLeaseAndEndsFree() {
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            MemoryLease lease = (seed % 3 == 0 ? share : other).lease();
            all.add(CompletableFuture.runAsync(() -> use(lease, random, held, most), threads));
        }
        all.forEach(MemoryBudgetTest::succeeds);
        assertThat(most.get()).isBetween(RESERVE, TOTAL);
        assertThat(budget.free()).isEqualTo(TOTAL);
    }

    /** Grows step by step up to the reserve and gives everything back, many times. */
    private static void use(MemoryLease lease, Random random, AtomicLong held, AtomicLong most) {
        for (int round = 0; round < 50; round++) {
            long has = 0;
            while (has < RESERVE) {
                long more = Math.min(RESERVE - has, 1 + random.nextInt(40));
                grow(lease, more);
                has += more;
                most.accumulateAndGet(held.addAndGet(more), Math::max);
            }
            lease.requestArrived();
            held.addAndGet(-has);
            lease.shrink(has);
        }
    }
}
