package io.telamon.control.access;

import io.telamon.control.api.Caller;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.organization.Organizations;
import io.telamon.control.project.ProjectMembership;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Transaction;
import java.util.Collection;
import java.util.List;

/** Changes the roles that API keys and service accounts hold in organizations and projects. */
final class Memberships implements ProjectMembership {

    private final Organizations organizations;
    private final Projects projects;
    private final PrincipalCache directory;
    private final AccessTokens tokens;
    private final OrganizationOwners owners;

    Memberships(
            Organizations organizations,
            Projects projects,
            PrincipalCache directory,
            AccessTokens tokens,
            OrganizationOwners owners) {
        this.organizations = organizations;
        this.projects = projects;
        this.directory = directory;
        this.tokens = tokens;
        this.owners = owners;
    }

    @Override
    public void own(Transaction transaction, Caller creator, String projectId) {
        ApiActor holder = new ApiActor(creator.kind(), creator.id(), creator.name(), creator.orgId());
        add(transaction, holder, projectId, List.of(Role.GROUP_OWNER));
    }

    @Override
    public void forget(Transaction transaction, String projectId) {
        GrantTable.removeAllIn(transaction.handle(), projectId);
        directory.changesMany(transaction);
    }

    /** Deletes the API keys and service accounts of an organization that is deleted in the same transaction. */
    void organizationDeleted(Transaction transaction, String organizationId) {
        var handle = transaction.handle();
        for (String table : List.of("api_key", "service_account")) {
            String holders = "(SELECT id FROM " + table + " WHERE organization_id = ?)";
            handle.execute("DELETE FROM role_grant WHERE holder_id IN " + holders, organizationId);
            handle.execute("DELETE FROM api_access_entry WHERE holder_id IN " + holders, organizationId);
            handle.execute("DELETE FROM " + table + " WHERE organization_id = ?", organizationId);
        }
        directory.changesMany(transaction);
        tokens.deleted(transaction);
    }

    /**
     * Adds roles, all of an organization or all of a project, which is kept from being deleted meanwhile.
     *
     * @throws io.telamon.control.api.ApiException when there is no such organization or project
     */
    void add(Transaction transaction, ApiActor holder, String scopeId, Collection<Role> roles) {
        if (roles.stream().allMatch(Role::isOrganizational)) {
            organizations.lockShared(transaction, scopeId);
        } else {
            projects.lockProjectShared(transaction, scopeId);
        }
        GrantTable.add(transaction.handle(), holder.id(), scopeId, roles);
        directory.changes(transaction, holder);
    }

    /**
     * Replaces the roles in an organization or project by others of the same.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DEMOTE_LAST_ORG_OWNER}, or when there is no such
     *     organization or project
     */
    void replace(Transaction transaction, ApiActor holder, String scopeId, Collection<Role> roles) {
        if (scopeId.equals(holder.organizationId()) && !roles.contains(Role.ORG_OWNER)) {
            owners.requireAnother(transaction, holder, ErrorCode.CANNOT_DEMOTE_LAST_ORG_OWNER);
        }
        GrantTable.remove(transaction.handle(), holder.id(), scopeId);
        add(transaction, holder, scopeId, roles);
    }

    /** Takes all roles in a project away; whether there were any. */
    boolean remove(Transaction transaction, ApiActor holder, String projectId) {
        directory.changes(transaction, holder);
        return GrantTable.remove(transaction.handle(), holder.id(), projectId);
    }
}
