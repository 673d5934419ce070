package io.telamon.control.access.principal;

import io.telamon.control.store.Transaction;

/** Learns which API keys and service accounts a transaction changes, so that nothing older is remembered of them. */
public interface PrincipalChanges {

    /** Tells that the transaction changes roles or access list of the principal, or makes or deletes it. */
    void changed(Transaction transaction, ApiPrincipal principal);

    /** Tells that the transaction changes any number of principals. */
    void changedMany(Transaction transaction);
}
