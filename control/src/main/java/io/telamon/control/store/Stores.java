package io.telamon.control.store;

import java.nio.file.Path;

/** Opens stores. */
public final class Stores {

    private Stores() {}

    /** Opens, and creates where there is none, a SQLite file. */
    public static Store sqlite(Path file) {
        return SqliteStore.open(file);
    }

    /**
     * Opens a PostgreSQL database.
     *
     * @param url {@code postgresql://host:port/name?user=…&password=…}
     */
    public static Store postgresql(String url) {
        return PostgresStore.open(url);
    }
}
