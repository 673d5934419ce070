package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores for tests: SQLite, or PostgreSQL when the system property {@code telamon.test.postgresql} holds the URL of a
 * database, {@code postgresql://host:port/name?user=…}, in which every store gets a schema of its own.
 */
public final class TestStores {

    private TestStores() {}

    /** The database to test on besides SQLite. */
    public static Optional<String> postgresql() {
        return Optional.ofNullable(System.getProperty("telamon.test.postgresql"))
                .filter(url -> !url.isBlank());
    }

    /** A new, empty store. */
    public static Store open(Path folder) {
        return postgresql()
                .map(url -> Stores.postgresql(newSchema(url), new EssentialThreads()))
                .orElseGet(() -> Stores.sqlite(folder.resolve("telamon.db"), new EssentialThreads()));
    }

    /** The URL of a new schema, which several stores can share. */
    public static String newSchema(String url) {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection("jdbc:" + url)) {
            connection.createStatement().execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }
}
