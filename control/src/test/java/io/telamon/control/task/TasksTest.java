package io.telamon.control.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.control.store.Store;
import io.telamon.control.store.TestStores;
import io.telamon.control.store.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasksTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Task TASK = new Task("kind", "subject");
    private static final Task OTHER = new Task("kind", "other");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Store store;
    private Tasks tasks;

    @BeforeEach
    void open() {
        InstantSource source = () -> now;
        store = TestStores.open(folder);
        tasks = new Tasks(source.withZone(ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void areDueFromTheirMomentOn() {
        write(transaction -> tasks.schedule(transaction, TASK, new Due.At(now.plusSeconds(10))));

        assertThat(claim(10)).isEmpty();
        pass(Duration.ofMillis(9_999));
        assertThat(claim(10)).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(claim(10)).containsExactly(TASK);
    }

    @Test
    void areClaimedByOneNodeUntilItsLeaseEnds() {
        write(transaction -> tasks.schedule(transaction, TASK, new Due.AtOnce()));

        assertThat(claim(10)).containsExactly(TASK);
        assertThat(claim(10)).isEmpty();
        pass(LEASE.minusMillis(1));
        assertThat(claim(10)).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(claim(10)).containsExactly(TASK);
    }

    @Test
    void areClaimedInTheOrderOfTheirMomentsAndNoMoreThanAskedFor() {
        write(transaction -> {
            tasks.schedule(transaction, OTHER, new Due.At(now.plusSeconds(2)));
            tasks.schedule(transaction, TASK, new Due.At(now.plusSeconds(1)));
        });
        pass(Duration.ofSeconds(3));

        assertThat(claim(1)).containsExactly(TASK);
        assertThat(claim(1)).containsExactly(OTHER);
    }

    @Test
    void comeBackAfterTheDelayForWhichTheyArePostponed() {
        write(transaction -> tasks.schedule(transaction, TASK, new Due.AtOnce()));
        claim(10);

        write(transaction -> tasks.postpone(transaction, TASK, Duration.ofSeconds(2)));

        pass(Duration.ofMillis(1_999));
        assertThat(claim(10)).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(claim(10)).containsExactly(TASK);
    }

    @Test
    void areHeldUntilTheyAreReleased() {
        write(transaction -> {
            tasks.schedule(transaction, TASK, new Due.WhenReleased());
            tasks.schedule(transaction, OTHER, new Due.WhenReleased());
        });
        pass(Duration.ofDays(365));
        assertThat(claim(10)).isEmpty();
        assertThat(held(10)).containsExactly(OTHER, TASK);
        assertThat(held(1)).containsExactly(OTHER);

        write(transaction -> tasks.release(transaction, TASK));

        assertThat(held(10)).containsExactly(OTHER);
        assertThat(claim(10)).containsExactly(TASK);
    }

    @Test
    void areOneOfAKindForASubject() {
        write(transaction -> {
            tasks.schedule(transaction, TASK, new Due.AtOnce());
            tasks.schedule(transaction, TASK, new Due.At(now.plusSeconds(5)));
            tasks.schedule(transaction, new Task("another", "subject"), new Due.AtOnce());
        });

        assertThat(claim(10)).containsExactly(new Task("another", "subject"));
        pass(Duration.ofSeconds(5));
        assertThat(claim(10)).containsExactly(TASK);
    }

    @Test
    void areNoMoreOnceTheyHaveEnded() {
        write(transaction -> {
            tasks.schedule(transaction, TASK, new Due.AtOnce());
            tasks.end(transaction, TASK);
        });

        assertThat(claim(10)).isEmpty();
        assertThat(store.read(tasks::next)).isEmpty();
    }

    @Test
    void sayWhenTheNextIsDueOrItsLeaseEnds() {
        write(transaction -> tasks.schedule(transaction, TASK, new Due.At(now.plusSeconds(5))));
        assertThat(store.read(tasks::next)).contains(now.plusSeconds(5));

        pass(Duration.ofSeconds(5));
        claim(10);

        assertThat(store.read(tasks::next)).contains(now.plus(LEASE));
    }

    @Test
    void wakeWhoWaitsForThemOnceTheyAreScheduledOrReleased() throws InterruptedException {
        write(transaction -> tasks.schedule(transaction, OTHER, new Due.WhenReleased()));
        assertThat(wakes(Duration.ofMillis(50))).isFalse();

        write(transaction -> tasks.schedule(transaction, TASK, new Due.AtOnce()));
        assertThat(wakes(Duration.ofSeconds(60))).isTrue();
        write(transaction -> tasks.release(transaction, OTHER));
        assertThat(wakes(Duration.ofSeconds(60))).isTrue();
        assertThat(wakes(Duration.ofMillis(50))).isFalse();
    }

    /** Whether the alarm rings before so much time is over. */
    private boolean wakes(Duration most) throws InterruptedException {
        long began = System.nanoTime();
        tasks.alarm().await(most);
        return System.nanoTime() - began < most.toNanos();
    }

    private List<Task> claim(int most) {
        boolean due = store.read(tasks::isAnyDue);
        List<Task> claimed = store.write(transaction -> tasks.claim(transaction, "node", LEASE, most));
        assertThat(due).isEqualTo(!claimed.isEmpty());
        return claimed;
    }

    private List<Task> held(int most) {
        return store.read(handle -> tasks.held(handle, most));
    }

    private void write(Consumer<Transaction> work) {
        store.write(transaction -> {
            work.accept(transaction);
            return TASK;
        });
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
