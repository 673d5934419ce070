package io.telamon.control.person;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Role;
import io.telamon.control.model.ScopeId;
import io.telamon.control.project.Projects;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes the roles of members. Those of the invited are theirs once they accept. */
public final class MemberRoles {

    private final Projects projects;
    private final Memberships memberships;

    /** The roles in these projects and their organizations. */
    public MemberRoles(Projects projects, Memberships memberships) {
        this.projects = projects;
        this.memberships = memberships;
    }

    /**
     * Replaces the roles in the organization.
     *
     * @param roles none twice
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_REMOVE_ALL_USER_ROLES},
     *     {@link ErrorCode#CANNOT_ADD_GROUP_ROLE}, {@link ErrorCode#CANNOT_DEMOTE_LAST_ORG_OWNER}
     */
    public void setInOrganization(Transaction transaction, Member member, List<Role> roles) {
        ErrorCode.CANNOT_REMOVE_ALL_USER_ROLES.refuseIf(roles.isEmpty());
        RoleRules.requireOrganizational(roles);
        memberships.replace(transaction, member.principal(), ScopeId.of(member.organizationId()), roles);
    }

    /**
     * Replaces the roles in a project of the organization.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_REMOVE_ALL_USER_ROLES},
     *     {@link ErrorCode#CANNOT_ADD_ORG_ROLE}, {@link ErrorCode#GROUP_NOT_FOUND}
     */
    public void setInProject(Transaction transaction, Member member, ProjectId projectId, List<Role> roles) {
        ErrorCode.CANNOT_REMOVE_ALL_USER_ROLES.refuseIf(roles.isEmpty());
        RoleRules.requireOfProject(roles);
        ErrorCode.GROUP_NOT_FOUND.refuseIf(!isOurs(member, projectId), projectId);
        memberships.replace(transaction, member.principal(), ScopeId.of(projectId), roles);
    }

    /** Replaces the roles in all projects of the organization. Throws as {@link #setInProject} does. */
    public void setInProjects(Transaction transaction, Member member, List<ProjectRoles> assignments) {
        Set<ProjectId> kept = assignments.stream().map(ProjectRoles::projectId).collect(Collectors.toSet());
        held(transaction, member).stream()
                .filter(grant -> !grant.role().isOrganizational())
                .map(grant -> grant.scopeId().project())
                .distinct()
                .filter(project -> isOurs(member, project) && !kept.contains(project))
                .forEach(project -> memberships.remove(transaction, member.principal(), project));
        assignments.forEach(
                assignment -> setInProject(transaction, member, assignment.projectId(), assignment.roles()));
    }

    /** Takes all roles in a project away; whether there were any. */
    public boolean removeFromProject(Transaction transaction, Member member, ProjectId projectId) {
        return memberships.remove(transaction, member.principal(), projectId);
    }

    /** The roles in an organization or a project, in their order. */
    public static List<Role> in(Transaction transaction, Member member, ScopeId scopeId) {
        return held(transaction, member).stream()
                .filter(grant -> grant.scopeId().equals(scopeId))
                .map(Grant::role)
                .toList();
    }

    /** The roles and one more. */
    static List<Role> with(List<Role> roles, Role another) {
        List<Role> more = new ArrayList<>(roles);
        more.remove(another);
        more.add(another);
        return more;
    }

    /** The roles without one. */
    static List<Role> without(List<Role> roles, Role gone) {
        return roles.stream().filter(role -> role != gone).toList();
    }

    private boolean isOurs(Member member, ProjectId projectId) {
        return projects.organizationOfProject(projectId)
                .filter(member.organizationId()::equals)
                .isPresent();
    }

    private static List<Grant> held(Transaction transaction, Member member) {
        return GrantTable.of(transaction.handle(), member.id());
    }
}
