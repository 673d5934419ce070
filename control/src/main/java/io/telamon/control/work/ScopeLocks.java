package io.telamon.control.work;

import io.telamon.control.limit.Limit;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/** The locks of organizations and projects that units of work take. */
public interface ScopeLocks {

    /** The id of the organization that owns the project, or nothing when there is no such project. */
    Optional<OrganizationId> organizationOfProject(ProjectId projectId);

    /**
     * Keeps a project from being deleted before the transaction ends. Whatever is put into a project needs this, or it
     * might outlive the project.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    void lockProjectShared(Transaction transaction, ProjectId projectId);

    /**
     * Keeps a project from being deleted, and lets others who lock it wait, before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#GROUP_NOT_FOUND}
     */
    void lockProject(Transaction transaction, ProjectId projectId);

    /** What a limit of the project is set to, or its default; {@link Long#MAX_VALUE} where it does not apply. */
    long limitOf(Transaction transaction, ProjectId projectId, Limit limit);

    /**
     * Keeps an organization from being deleted before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#ORG_NOT_FOUND}
     */
    void lockOrganizationShared(Transaction transaction, OrganizationId organizationId);

    /**
     * Keeps others from making, renaming or deleting anything in the organization before the transaction ends.
     *
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#ORG_NOT_FOUND}
     */
    void lockOrganization(Transaction transaction, OrganizationId organizationId);
}
