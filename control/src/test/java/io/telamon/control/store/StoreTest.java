package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = TestStores.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void undoesATransactionThatThrowsAndNoneOfThoseThatShareItsCommit() throws Exception {
        List<Future<String>> outcomes;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            outcomes = IntStream.range(0, 200)
                    .mapToObj(i -> workers.submit(() -> put("key-" + i, i % 3 == 0)))
                    .toList();
        }

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.state() == Future.State.FAILED)
                .hasSize(67);
        assertThat(keys()).hasSize(133).doesNotContain("key-0", "key-3").contains("key-1", "key-199");
    }

    @Test
    void givesTheCauseToWhoeverAsked() {
        assertThatThrownBy(() -> put("key", true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("as told");
    }

    @Test
    void tellsNoArgumentsOfAStatementThatFails() {
        assertThatThrownBy(() -> store.write(transaction -> {
                    String insert = "INSERT INTO setting (name, value) VALUES (?, ?)";
                    transaction.handle().execute(insert, "taken", "open sesame");
                    return transaction.handle().execute(insert, "taken", "open sesame");
                }))
                .satisfies(failure -> assertThat(Throwables.messages(failure))
                        .contains("INSERT INTO setting")
                        .doesNotContain("sesame", "taken"));
        assertThatThrownBy(
                        () -> store.read(handle -> handle.createQuery("SELECT nothing FROM setting WHERE name = :name")
                                .bind("name", "open sesame")
                                .mapTo(String.class)
                                .list()))
                .satisfies(failure -> assertThat(Throwables.messages(failure))
                        .contains(":name")
                        .doesNotContain("sesame"));
    }

    @Test
    void runsWhatFollowsACommitBeforeAnybodyIsTold() {
        StringBuilder order = new StringBuilder();

        store.write(transaction -> {
            transaction.afterCommit(() -> order.append("committed "));
            return order;
        });
        order.append("told");

        assertThat(order).hasToString("committed told");
    }

    @Test
    void showsNoValueOlderThanTheLastCommit() {
        SharedCache<String, String> cache = store.cache(10);
        for (int round = 0; round < 200; round++) {
            String value = "value-" + round;
            store.write(transaction -> {
                transaction
                        .handle()
                        .execute(
                                "INSERT INTO setting (name, value) VALUES ('cached', ?)"
                                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                value);
                cache.dropAfter(transaction, "cached");
                return value;
            });
            assertThat(cache.get("cached", this::value)).contains(value);
        }
    }

    @Test
    void sharesCommitsAmongThoseWhoWait() throws Exception {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 500).forEach(i -> workers.execute(() -> put("key-" + i, false)));
        }

        StoreStatistics statistics = store.statistics();
        assertThat(keys()).hasSize(500);
        assertThat(statistics.transactions()).isGreaterThanOrEqualTo(500);
        if (!store.isShared()) {
            assertThat(statistics.commits()).isLessThan(statistics.transactions());
        }
    }

    private Optional<String> value(String name) {
        return store.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne());
    }

    private List<String> keys() {
        return store.read(handle -> handle.createQuery("SELECT name FROM setting WHERE name LIKE 'key-%'")
                .mapTo(String.class)
                .list());
    }

    private String put(String key, boolean fails) {
        return store.write(transaction -> {
            transaction.handle().execute("INSERT INTO setting (name, value) VALUES (?, 'x')", key);
            if (fails) {
                throw new IllegalStateException("as told");
            }
            return key;
        });
    }
}
