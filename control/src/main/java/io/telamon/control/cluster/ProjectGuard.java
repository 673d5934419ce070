package io.telamon.control.cluster;

import io.telamon.control.store.Transaction;

/** Keeps projects from disappearing under a change that is being made in them. */
@FunctionalInterface
public interface ProjectGuard {

    /**
     * Requires that the project exists, and will exist when the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    void requireOpen(Transaction transaction, String projectId);
}
