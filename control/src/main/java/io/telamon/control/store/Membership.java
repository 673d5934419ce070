package io.telamon.control.store;

/** That this process is one of those that work on a database. It ends when closed, and with the process however that ends. */
public interface Membership extends AutoCloseable {

    /** Of a process that has the database for itself. */
    Membership ALONE = () -> false;

    /**
     * Whether other processes work on the database now.
     *
     * @throws StoreException when the database fails
     */
    boolean hasOthers();

    @Override
    default void close() {}
}
