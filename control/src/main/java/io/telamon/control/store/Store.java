package io.telamon.control.store;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The database that everything is kept in. Safe for use by many threads. */
public interface Store extends AutoCloseable {

    /**
     * Reads in one snapshot.
     *
     * @throws StoreException when the database fails
     */
    <T> T read(Function<Handle, T> query);

    /**
     * Runs a transaction. When this returns, what it wrote survives a crash of the process and of the machine; when it
     * throws, nothing was written, unless a {@link StoreException} says that the outcome is not known.
     *
     * @throws StoreException when the database fails
     */
    <T> T write(Function<Transaction, T> work);

    /** A cache that never shows a value older than the last committed one. */
    <K, V> SharedCache<K, V> cache(int mostEntries);

    /**
     * Finds out whether the database can be read and, where something failed since the last write, be written.
     *
     * @throws StoreException when it cannot
     */
    default void check() {
        read(handle -> handle.select("SELECT 1").mapTo(Integer.class).one());
    }

    /** What the store has done so far. */
    StoreStatistics statistics();

    /** Whether other processes may work on the same database. */
    boolean isShared();

    /** Tells the other processes that work on the same database, if there are any, once the transaction is committed. */
    void notifyOthers(Transaction transaction, String notice);

    /**
     * Hears what the others tell, until it is closed.
     *
     * @param received is given each notice, one after the other
     * @param missed runs when notices may have been lost
     */
    Subscription subscribe(Consumer<String> received, Runnable missed);

    /**
     * Makes this process known to the others that work on the same database, until it is closed.
     *
     * @param node names this process to them
     * @param alone whether no other may be there
     * @throws OtherNodesException when another one is there that may not, or that has to be alone
     * @throws StoreException when the database fails
     */
    default Membership join(String node, boolean alone) {
        return Membership.ALONE;
    }

    /** Goes on until it is closed. */
    @FunctionalInterface
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    @Override
    void close();
}
