package io.telamon.control.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A running transaction. */
public final class Transaction {

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>(2);

    Transaction(Handle handle) {
        this.handle = handle;
    }

    /** The connection that the transaction runs on; not to be kept. */
    public Handle handle() {
        return handle;
    }

    /** Runs {@code action} once the transaction is durable, before anybody is told that it is. It must be quick. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
