package io.telamon.control.access.grant;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Changes the roles that API keys, service accounts and people hold in organizations and projects. */
public final class Memberships {

    private final Organizations organizations;
    private final Projects projects;
    private final PrincipalChanges principals;

    /** The roles in these organizations and projects. */
    public Memberships(Organizations organizations, Projects projects, PrincipalChanges principals) {
        this.organizations = organizations;
        this.projects = projects;
        this.principals = principals;
    }

    /** Makes the caller an owner of a project that it has just created. */
    public void own(Transaction transaction, Caller creator, ProjectId projectId) {
        ApiPrincipal principal =
                new ApiPrincipal(creator.kind(), new PrincipalId(creator.id()), creator.name(), creator.orgId());
        add(transaction, principal, ScopeId.of(projectId), List.of(Role.GROUP_OWNER));
    }

    /** Removes every role in a project that is being deleted. */
    public void forget(Transaction transaction, ProjectId projectId) {
        GrantTable.removeAllIn(transaction.handle(), ScopeId.of(projectId));
        principals.changedMany(transaction);
    }

    /**
     * Adds roles, all of an organization or all of a project, which is kept from being deleted meanwhile.
     *
     * @throws io.telamon.control.api.ApiException when there is no such organization or project
     */
    public void add(Transaction transaction, ApiPrincipal principal, ScopeId scopeId, Collection<Role> roles) {
        if (roles.stream().allMatch(Role::isOrganizational)) {
            organizations.lockShared(transaction, scopeId.organization());
        } else {
            projects.lockProjectShared(transaction, scopeId.project());
        }
        GrantTable.add(transaction.handle(), principal.id(), scopeId, roles);
        principals.changed(transaction, principal);
    }

    /**
     * Replaces the roles in an organization or project by others of the same.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DEMOTE_LAST_ORG_OWNER}, or when there is no such
     *     organization or project
     */
    public void replace(Transaction transaction, ApiPrincipal principal, ScopeId scopeId, Collection<Role> roles) {
        if (scopeId.equals(ScopeId.of(principal.organizationId())) && !roles.contains(Role.ORG_OWNER)) {
            requireAnotherOwner(transaction, principal, ErrorCode.CANNOT_DEMOTE_LAST_ORG_OWNER);
        }
        GrantTable.remove(transaction.handle(), principal.id(), scopeId);
        add(transaction, principal, scopeId, roles);
    }

    /**
     * Takes all roles in a project away from a principal.
     *
     * @return whether it had any
     */
    public boolean remove(Transaction transaction, ApiPrincipal principal, ProjectId projectId) {
        principals.changed(transaction, principal);
        return GrantTable.remove(transaction.handle(), principal.id(), ScopeId.of(projectId));
    }

    /** Takes all roles in the organization of a principal and in its projects away. */
    public void removeAll(Transaction transaction, ApiPrincipal principal) {
        principals.changed(transaction, principal);
        GrantTable.removeWithin(transaction.handle(), principal.id(), principal.organizationId());
    }

    /**
     * Refuses to take the role of an owner from a principal when nobody else in its organization has it: of a person when
     * no other person has, of an API key or a service account when no other of these has, as people cannot call the API. No
     * other transaction takes it from anybody there before this one ends.
     *
     * @param refusal what the API answers then
     * @throws io.telamon.control.api.ApiException the refusal
     */
    public void requireAnotherOwner(Transaction transaction, ApiPrincipal principal, ErrorCode refusal) {
        OrganizationId organizationId = principal.organizationId();
        organizations.lockExclusive(transaction, organizationId);
        Set<PrincipalId> owners = principal.kind() == Caller.Kind.PERSON
                ? GrantTable.peopleInOrganization(transaction.handle(), organizationId, Role.ORG_OWNER)
                : GrantTable.holdersInOrganization(transaction.handle(), organizationId, Role.ORG_OWNER);
        if (owners.contains(principal.id()) && owners.size() == 1) {
            throw refusal.about();
        }
    }
}
