package io.telamon.control.api;

import io.telamon.control.model.OrganizationId;
import io.telamon.gateway.model.ProjectId;
import java.util.Optional;

/** Which organizations and projects exist; asked on every request, so answers come from memory where they can. */
public interface Scopes {

    /** The id of the organization that owns the project, or nothing when there is no such project. */
    Optional<OrganizationId> organizationOfProject(ProjectId projectId);

    /** Whether there is such an organization. */
    boolean organizationExists(OrganizationId organizationId);

    /** Whether the installation began with the organization. */
    boolean isFirstOrganization(OrganizationId organizationId);
}
