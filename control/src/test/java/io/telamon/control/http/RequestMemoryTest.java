package io.telamon.control.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestMemoryTest {

    private static final int KIB = 1 << 10;

    private final RequestMemory memory = new RequestMemory(1_024 * KIB);

    @Test
    void givesBackWhatARequestHasTaken() {
        try (RequestMemory.Share share = memory.receive(() -> false)) {
            share.take(100);
            share.take(200);
            assertThat(memory.taken()).isEqualTo(300);
        }
        assertThat(memory.taken()).isZero();
    }

    @Test
    void keepsAPartForSmallBodies() {
        RequestMemory.Share large = memory.receive(() -> false);
        large.take(memory.largestShare());

        assertThat(memory.receive(() -> false).tryTake(64 * KIB)).isTrue();
        assertThat(memory.receive(() -> false).tryTake(64 * KIB + 1)).isFalse();
        assertThatExceptionOfType(MemoryExhaustedException.class).isThrownBy(() -> large.take(1));
        large.close();
        assertThat(memory.receive(() -> false).tryTake(64 * KIB + 1)).isTrue();
    }

    @Test
    void displacesTheLargestBodyThatDoesNotCome() {
        List<String> displaced = new ArrayList<>();
        AtomicReference<RequestMemory.Share> largest = new AtomicReference<>();
        take("small", 100, displaced);
        largest.set(memory.receive(() -> {
            displaced.add("largest");
            largest.get().close();
            return true;
        }));
        largest.get().take(700L * KIB);
        take("complete", 0, displaced).received();

        awaitAge();
        take("new", 200, displaced);

        assertThat(displaced).containsExactly("largest");
    }

    /** Bodies that are younger than half a second are not displaced. */
    private static void awaitAge() {
        LockSupport.parkNanos(Duration.ofMillis(600).toNanos());
    }

    private RequestMemory.Share take(String name, int kibibytes, List<String> displaced) {
        RequestMemory.Share share = memory.receive(() -> displaced.add(name));
        share.take((long) kibibytes * KIB);
        return share;
    }

    @Test
    void displacesNoMoreBodiesThanThoseThatWaitNeed() throws InterruptedException {
        List<String> displaced = new CopyOnWriteArrayList<>();
        RequestMemory.Share largest = take("largest", 400, displaced);
        take("other", 300, displaced);
        take("small", 100, displaced);
        RequestMemory.Share passing = memory.receive(() -> false);
        passing.take(50L * KIB);
        awaitAge();
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            waiting.add(
                    Thread.ofVirtual().start(() -> memory.receive(() -> false).take(100L * KIB)));
        }
        await().until(() -> !displaced.isEmpty());

        passing.close(); // wakes those that wait, before the memory of the displaced body is back
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        largest.close();
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(displaced).containsExactly("largest");
        assertThat(memory.taken()).isEqualTo(700L * KIB);
    }

    @Test
    void displacesSeveralBodiesWhereOneIsNotEnough() {
        List<String> displaced = new ArrayList<>();
        List<RequestMemory.Share> shares = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            shares.add(memory.receive(() -> {
                displaced.add("body");
                shares.get(number).close();
                return true;
            }));
            shares.get(i).take(200L * KIB);
        }
        awaitAge();

        memory.receive(() -> false).take(300L * KIB);

        assertThat(displaced).hasSize(2);
        assertThat(memory.taken()).isEqualTo(700L * KIB);
    }

    @Test
    void refusesWhenNoBodyCanBeDisplaced() {
        RequestMemory.Share received = memory.receive(() -> true);
        received.take(memory.largestShare());
        received.received();

        assertThatExceptionOfType(MemoryExhaustedException.class)
                .isThrownBy(() -> memory.receive(() -> true).take(200L * KIB));
    }

    @Test
    void waitsForMemoryThatIsTakenAllAtOnce() throws InterruptedException {
        RequestMemory.Share first = memory.receive(() -> false);
        first.takeAll(10L << 30);
        assertThat(memory.taken()).isEqualTo(memory.largestShare());
        RequestMemory.Share second = memory.receive(() -> false);
        Thread waiting = Thread.ofVirtual().start(() -> second.takeAll(800L * KIB));

        first.close();
        waiting.join();

        assertThat(memory.taken()).isEqualTo(800L * KIB);
    }
}
