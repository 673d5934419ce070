package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    @TempDir
    private Path folder;

    @Test
    void leavesEverythingInOneFile() {
        Path file = folder.resolve("telamon.db");

        try (Store store = Stores.sqlite(file)) {
            store.write(transaction ->
                    transaction.handle().execute("INSERT INTO setting (name, value) VALUES ('one', 'two')"));
            store.read(handle -> handle.select("SELECT count(*) FROM setting")
                    .mapTo(Long.class)
                    .one());
        }

        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
