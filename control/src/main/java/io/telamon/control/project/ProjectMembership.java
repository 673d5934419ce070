package io.telamon.control.project;

import io.telamon.control.api.Caller;
import io.telamon.control.store.Transaction;

/** Who keeps the roles of callers in projects. */
public interface ProjectMembership {

    /** Makes the caller an owner of a project that it has just created. */
    void own(Transaction transaction, Caller creator, String projectId);

    /** Forgets every role in a project that is being deleted. */
    void forget(Transaction transaction, String projectId);
}
