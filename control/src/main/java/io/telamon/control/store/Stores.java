package io.telamon.control.store;

import io.telamon.gateway.thread.EssentialThreads;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Opens stores. */
public final class Stores {

    private Stores() {}

    /**
     * Opens, and creates where there is none, a SQLite file.
     *
     * @param threads list the writer, as {@code telamon-writer}
     * @throws StoreException when it is damaged or cannot be used
     */
    public static Store sqlite(Path file, EssentialThreads threads) {
        return watched(() -> SqliteStore.open(file, threads));
    }

    /**
     * Opens a PostgreSQL database.
     *
     * @param url {@code postgresql://host:port/name?user=…&password=…}
     * @param threads list the one that listens to other nodes, as {@code store-notices}
     * @throws StoreException when it cannot be reached
     */
    public static Store postgresql(String url, EssentialThreads threads) {
        return watched(() -> PostgresStore.open(url, threads));
    }

    private static Store watched(Supplier<Store> open) {
        try {
            return new WatchedStore(open.get());
        } catch (RuntimeException e) {
            throw StoreFailures.translate(e, false);
        }
    }
}
