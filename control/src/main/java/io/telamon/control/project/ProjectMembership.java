package io.telamon.control.project;

import io.telamon.control.api.Caller;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;

/** Who keeps the roles of callers in projects. */
@FunctionalInterface
public interface ProjectMembership {

    /** Makes the caller an owner of a project that it has just created. */
    void own(Transaction transaction, Caller creator, ProjectId projectId);
}
