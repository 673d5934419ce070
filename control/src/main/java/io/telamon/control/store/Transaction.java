package io.telamon.control.store;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running transaction. */
public final class Transaction {

    private static final Logger log = LoggerFactory.getLogger(Transaction.class);

    private final Handle handle;
    private final boolean alone;
    private final List<Runnable> afterCommit = new ArrayList<>(2);

    Transaction(Handle handle, boolean alone) {
        this.handle = handle;
        this.alone = alone;
    }

    /** The connection that the transaction runs on; not to be kept. */
    public Handle handle() {
        return handle;
    }

    /**
     * What a query ends with whose rows nobody else may change until this transaction ends. It is empty where no other
     * transaction runs at the same time.
     */
    public String forUpdate() {
        return alone ? "" : " FOR UPDATE";
    }

    /**
     * What a query ends with whose rows nobody else may delete until this transaction ends; rows that somebody is
     * deleting are waited for and not found. It is empty where no other transaction runs at the same time.
     */
    public String forKeyShare() {
        return alone ? "" : " FOR KEY SHARE";
    }

    /**
     * What a query ends with whose rows only one transaction at a time may have like this, while others may still keep
     * them from being deleted; who comes later waits. It is empty where no other transaction runs at the same time.
     */
    public String forNoKeyUpdate() {
        return alone ? "" : " FOR NO KEY UPDATE";
    }

    /** Runs {@code action} once the transaction is durable, before anybody is told that it is. It must be quick. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** An action that fails is logged: whoever asked must not take the transaction for undone. */
    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.error("a transaction is committed, but what follows it failed", e);
            }
        }
    }
}
