package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    @TempDir
    private Path folder;

    @Test
    void leavesEverythingInOneFile() {
        Path file = folder.resolve("telamon.db");

        try (Store store = Stores.sqlite(file, new EssentialThreads())) {
            store.write(transaction ->
                    transaction.handle().execute("INSERT INTO setting (name, value) VALUES ('one', 'two')"));
            store.read(handle -> handle.select("SELECT count(*) FROM setting")
                    .mapTo(Long.class)
                    .one());
        }

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    @Timeout(60)
    void goesOnWritingWhateverATransactionThrows() {
        EssentialThreads threads = new EssentialThreads();
        try (Store store = Stores.sqlite(folder.resolve("telamon.db"), threads)) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        throw new NoClassDefFoundError("made by the test");
                    }))
                    .hasRootCauseInstanceOf(NoClassDefFoundError.class);
            boolean committed = store.write(transaction -> {
                transaction.afterCommit(() -> {
                    throw new IllegalStateException("made by the test");
                });
                return true;
            });

            assertThat(committed).isTrue();
            assertThat(store.<Boolean>write(transaction -> true)).isTrue();
            assertThat(threads.states()).containsEntry("telamon-writer", true);
        }
        assertThat(threads.states()).isEmpty();
    }
}
