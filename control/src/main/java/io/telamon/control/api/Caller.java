package io.telamon.control.api;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.Set;

/**
 * Who calls: an API key or a service account, already authenticated; or a person in whose name something is done.
 *
 * @param id the id that events name as the actor
 * @param name the public key, the client id, or the email address
 * @param orgId the one organization that the caller belongs to
 */
public record Caller(Kind kind, String id, String name, OrganizationId orgId, Set<Grant> grants) {

    /** The kinds of those who hold roles. */
    public enum Kind {
        API_KEY,
        SERVICE_ACCOUNT,
        /** Who authenticates nowhere here: the actor of what is done in the name of a person. */
        PERSON
    }

    public Caller {
        grants = Set.copyOf(grants);
    }

    /** Whether the caller holds the role, or one that includes it, in the organization. */
    public boolean holdsInOrganization(Role needed, OrganizationId organizationId) {
        return grants.stream()
                .anyMatch(grant -> grant.scopeId().equals(ScopeId.of(organizationId))
                        && grant.role().includes(needed));
    }

    /** Whether the caller holds the role, or one that includes it, in the project of the organization. */
    public boolean holdsInProject(Role needed, ProjectId projectId, OrganizationId organizationId) {
        return grants.stream().anyMatch(grant -> grantsInProject(grant, needed, projectId, organizationId));
    }

    /**
     * Whether the caller holds every one of the roles, or others that include them.
     *
     * @param organizationId of the organization that all the grants are in, or in whose projects they are
     */
    public boolean holdsAll(Collection<Grant> others, OrganizationId organizationId) {
        return others.stream().allMatch(grant -> holds(grant, organizationId));
    }

    /** Whether the caller belongs to the organization at all. */
    public boolean seesOrganization(OrganizationId organizationId) {
        return orgId.equals(organizationId) && holdsInOrganization(Role.ORG_MEMBER, organizationId);
    }

    /** Whether the caller may know the project at all. */
    public boolean seesProject(ProjectId projectId, OrganizationId organizationId) {
        return holdsInProject(Role.GROUP_READ_ONLY, projectId, organizationId);
    }

    private boolean holds(Grant grant, OrganizationId organizationId) {
        return grant.role().isOrganizational()
                ? holdsInOrganization(grant.role(), grant.scopeId().organization())
                : holdsInProject(grant.role(), grant.scopeId().project(), organizationId);
    }

    private static boolean grantsInProject(
            Grant grant, Role needed, ProjectId projectId, OrganizationId organizationId) {
        return grant.role().isOrganizational()
                ? grant.scopeId().equals(ScopeId.of(organizationId))
                        && grant.role().reachesIntoProjects(needed)
                : grant.scopeId().equals(ScopeId.of(projectId)) && grant.role().includes(needed);
    }
}
