package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telamon.gateway.thread.EssentialThreads;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a SQLite file can suffer while it is open. */
class SqliteFailureTest {

    @TempDir
    private Path folder;

    private Path file;
    private Store store;

    @BeforeEach
    void open() {
        file = folder.resolve("telamon.db");
        store = Stores.sqlite(file, new EssentialThreads());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tellsThatTheDiskIsFullAndWritesAgainWhenThereIsSpace() {
        // Given
        put("before", 10);
        limitPages(pages());

        // When
        StoreException full = failure(() -> put("large", 1_000_000));

        // Then
        assertThat(full.failure()).isEqualTo(StoreFailure.FULL);
        assertThat(full.isOutcomeUnknown()).isFalse();
        assertThat(names()).contains("before").doesNotContain("large");
        // a row fits where the file has space of its own, so it is filled to the end before
        for (int i = 0; i < 200 && isWritable("row-" + i); i++) {
            assertThat(names()).contains("row-" + i);
        }
        failure(() -> put("another", 100_000));

        // When
        limitPages(1_000_000);
        store.check();

        // Then
        put("large", 1_000_000);
        assertThat(names()).contains("large");
    }

    @Test
    void failsCheckAsLongAsNothingCanBeWritten() {
        store.check();
        store.write(transaction -> transaction.handle().execute("PRAGMA query_only = 1"));
        assertThat(failure(() -> put("x", 1)).failure()).isEqualTo(StoreFailure.READ_ONLY);

        assertThat(failure(store::check).failure()).isEqualTo(StoreFailure.READ_ONLY);
        assertThat(failure(store::check).failure()).isEqualTo(StoreFailure.READ_ONLY);
    }

    @Test
    void keepsThoseApartWhoShareACommitWithOneThatIsTooLarge() throws Exception {
        limitPages(pages() + 200);
        List<Future<?>> small;
        Future<?> large;
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            small = IntStream.range(0, 100)
                    .<Future<?>>mapToObj(i -> workers.submit(() -> put("small-" + i, 10)))
                    .toList();
            large = workers.submit(() -> put("large", 5_000_000));
        }

        assertThat(large.exceptionNow()).isInstanceOf(StoreException.class);
        for (int i = 0; i < small.size(); i++) {
            boolean succeeded = small.get(i).state() == Future.State.SUCCESS;
            assertThat(names().contains("small-" + i)).as("small-" + i).isEqualTo(succeeded);
            if (!succeeded) {
                assertThat(small.get(i).exceptionNow()).isInstanceOf(StoreException.class);
            }
        }
        put("after", 10);
    }

    @Test
    void waitsShortlyForAnotherProgram() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            long began = System.nanoTime();

            assertThat(failure(() -> put("x", 1)).failure()).isEqualTo(StoreFailure.BUSY);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            other.createStatement().execute("ROLLBACK");
        }
        put("x", 1);
        store.check();
    }

    @Test
    void tellsDamageUntilItIsOpenedAnew() throws IOException {
        for (int i = 0; i < 300; i++) {
            put("row-" + i, 4_000);
        }
        store.close();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(150L * 4096);
            bytes.write(new byte[5 * 4096]);
        }
        store = Stores.sqlite(file, new EssentialThreads());

        assertThat(failure(this::values).failure()).isEqualTo(StoreFailure.DAMAGED);

        put("x", 1);
        assertThat(failure(store::check).failure()).isEqualTo(StoreFailure.DAMAGED);
    }

    @Test
    void tellsThatItIsClosed() {
        store.close();
        assertThat(failure(() -> put("x", 1)).failure()).isEqualTo(StoreFailure.CLOSED);
    }

    @Test
    void tellsDamageWhenItIsOpened() throws IOException {
        store.close();
        Files.writeString(file, "no database at all, which is longer than the header ".repeat(100));

        assertThat(failure(() -> Stores.sqlite(file, new EssentialThreads())).failure())
                .isEqualTo(StoreFailure.DAMAGED);
    }

    private static StoreException failure(Runnable work) {
        StoreException thrown = catchThrowableOfType(StoreException.class, work::run);
        assertThat(thrown).isNotNull();
        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(thrown).hasNoCause();
        return thrown;
    }

    private boolean isWritable(String name) {
        try {
            put(name, 1_000);
            return true;
        } catch (StoreException full) {
            return false;
        }
    }

    private void put(String name, int length) {
        store.write(transaction -> transaction
                .handle()
                .execute("INSERT INTO setting (name, value) VALUES (?, ?)", name, "x".repeat(length)));
    }

    private List<String> names() {
        return store.read(handle ->
                handle.select("SELECT name FROM setting").mapTo(String.class).list());
    }

    private void values() {
        store.read(handle ->
                handle.select("SELECT value FROM setting").mapTo(String.class).list());
    }

    private int pages() {
        return store.read(handle ->
                handle.select("PRAGMA page_count").mapTo(Integer.class).one());
    }

    /** Of the only connection that writes. */
    private void limitPages(int most) {
        store.write(transaction -> transaction
                .handle()
                .createQuery("PRAGMA max_page_count = " + most)
                .mapTo(Integer.class)
                .one());
    }
}
