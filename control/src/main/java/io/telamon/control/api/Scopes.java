package io.telamon.control.api;

import java.util.Optional;

/** Which organizations and projects exist; asked on every request, so answers come from memory where they can. */
public interface Scopes {

    /** The id of the organization that owns the project, or nothing when there is no such project. */
    Optional<String> organizationOfProject(String projectId);

    /** Whether there is such an organization. */
    boolean organizationExists(String organizationId);

    /** Whether the installation began with the organization. */
    boolean isFirstOrganization(String organizationId);
}
