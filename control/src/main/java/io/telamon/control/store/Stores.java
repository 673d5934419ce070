package io.telamon.control.store;

import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens stores. */
public final class Stores {

    private Stores() {}

    /**
     * Opens, and creates where there is none, a SQLite file.
     *
     * @throws StoreException when it is damaged or cannot be used
     */
    public static Store sqlite(Path file) {
        return watched(() -> SqliteStore.open(file));
    }

    /**
     * Opens a PostgreSQL database.
     *
     * @param url {@code postgresql://host:port/name?user=…&password=…}
     * @throws StoreException when it cannot be reached
     */
    public static Store postgresql(String url) {
        return watched(() -> PostgresStore.open(url));
    }

    private static Store watched(Supplier<Store> open) {
        try {
            return new WatchedStore(open.get());
        } catch (RuntimeException e) {
            throw StoreFailures.translate(e, false);
        }
    }
}
