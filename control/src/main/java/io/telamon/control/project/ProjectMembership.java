package io.telamon.control.project;

import io.telamon.control.api.Caller;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/** Who keeps the roles of callers and people in projects. */
public interface ProjectMembership {

    /** Makes the caller an owner of a project that it has just created. */
    void own(Transaction transaction, Caller creator, ProjectId projectId);

    /**
     * Makes a person an owner of a new project: the oldest owner of its organization where none is named.
     *
     * @param person an active member of the organization
     * @throws io.telamon.control.api.ApiException {@link io.telamon.control.api.ErrorCode#USER_NOT_FOUND} when there is no
     *     such member
     */
    void ownByPerson(
            Transaction transaction, ProjectId projectId, OrganizationId organizationId, Optional<PrincipalId> person);
}
