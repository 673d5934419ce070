package io.telamon.control.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptStatementsTest {

    private static final String BY_NAME = "SELECT value FROM setting WHERE name = :name";

    @TempDir
    private Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Stores.sqlite(folder.resolve("telamon.db"), new EssentialThreads());
        store.write(transaction -> {
            IntStream.range(0, 10)
                    .forEach(i -> transaction
                            .handle()
                            .execute("INSERT INTO setting (name, value) VALUES (?, ?)", "name " + i, "value " + i));
            return true;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepNoArgument() {
        assertThat(value("name 1")).hasValue("value 1");
        assertThat(value("name 2")).hasValue("value 2");
        assertThat(store.<Optional<String>>read(handle -> handle.createQuery(BY_NAME)
                        .bind("name", (String) null)
                        .mapTo(String.class)
                        .findOne()))
                .isEmpty();
        assertThatThrownBy(() -> store.read(handle ->
                        handle.createQuery(BY_NAME).mapTo(String.class).findOne()))
                .isInstanceOf(JdbiException.class);
        assertThat(value("name 3")).hasValue("value 3");
    }

    @Test
    void mayBeUsedTwiceAtATime() {
        List<String> pairs =
                store.read(handle -> handle
                        .createQuery("SELECT name FROM setting WHERE name LIKE 'name %' ORDER BY name")
                        .mapTo(String.class)
                        .stream()
                        .limit(2)
                        .map(name -> name + " " + inner(handle))
                        .toList());

        assertThat(pairs).containsExactly("name 0 name 0", "name 1 name 0");
    }

    @Test
    void keepNoSnapshotOpen() throws SQLException {
        for (int i = 0; i < 10; i++) {
            String first = store.read(
                    handle -> handle.createQuery("SELECT value FROM setting WHERE name LIKE 'name %' ORDER BY name")
                            .mapTo(String.class)
                            .findFirst()
                            .orElseThrow());
            String next = "value after " + i;
            store.write(transaction ->
                    transaction.handle().execute("UPDATE setting SET value = ? WHERE name = 'name 0'", next));

            assertThat(first).isNotEqualTo(next);
            assertThat(value("name 0")).hasValue(next);
        }
        assertThat(checkpoint())
                .as("whether a reader keeps the log from being copied")
                .isZero();
    }

    private int checkpoint() throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("telamon.db"));
                Statement statement = other.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return result.getInt(1);
        }
    }

    @Test
    void keepNoSnapshotOpenOfAQueryThatFailsAmidItsRows() throws SQLException {
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> store.read(KeptStatementsTest::failingAmidRows))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> store.write(transaction -> failingAmidRows(transaction.handle())))
                    .isInstanceOf(IllegalStateException.class);
        }
        store.write(
                transaction -> transaction.handle().execute("UPDATE setting SET value = 'new' WHERE name = 'name 0'"));

        for (int i = 0; i < 8; i++) {
            assertThat(value("name 0")).hasValue("new");
        }
        assertThat(checkpoint()).isZero();
    }

    private static String failingAmidRows(Handle handle) {
        return handle.createQuery("SELECT value FROM setting ORDER BY name").mapTo(String.class).stream()
                .<String>map(value -> {
                    throw new IllegalStateException("made by the test");
                })
                .iterator()
                .next();
    }

    @Test
    void areAsManyAsFit() {
        for (int i = 0; i < 600; i++) {
            int number = i;
            assertThat(store.<Integer>read(handle -> handle.select("SELECT " + number)
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(number);
        }
        assertThat(value("name 9")).hasValue("value 9");
    }

    @Test
    void outliveAStatementThatFails() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store.write(transaction -> transaction
                            .handle()
                            .execute("INSERT INTO setting (name, value) VALUES (?, ?)", "name 1", "twice")))
                    .isInstanceOf(JdbiException.class);
            assertThat(value("name 1")).hasValue("value 1");
        }
    }

    private Optional<String> value(String name) {
        return store.read(handle -> handle.createQuery(BY_NAME)
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    private static String inner(Handle handle) {
        return handle.createQuery("SELECT name FROM setting WHERE name LIKE 'name %' ORDER BY name")
                .mapTo(String.class)
                .findFirst()
                .orElseThrow();
    }
}
