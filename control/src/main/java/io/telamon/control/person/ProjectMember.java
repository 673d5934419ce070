package io.telamon.control.person;

import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.project.TeamRole;
import io.telamon.gateway.model.ProjectId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * A member of an organization in one of its projects.
 *
 * @param roles those in the project: the member's own, and those of teams or of the organization where they count
 */
record ProjectMember(MemberDetails details, List<Role> roles) {

    /**
     * The members with roles in a project.
     *
     * @param flattenTeams whether the roles that teams have there count as those of their members
     * @param includeOrgUsers whether roles in the organization count that amount to one in each of its projects
     */
    static List<ProjectMember> all(
            Handle handle,
            OrganizationId organizationId,
            ProjectId projectId,
            boolean flattenTeams,
            boolean includeOrgUsers) {
        Map<String, List<Role>> teams = flattenTeams ? teams(handle, projectId) : Map.of();
        return MemberDetails.all(handle, organizationId).stream()
                .map(details -> new ProjectMember(details, roles(details, projectId, teams, includeOrgUsers)))
                .filter(member -> !member.roles.isEmpty())
                .toList();
    }

    private static List<Role> roles(
            MemberDetails details, ProjectId projectId, Map<String, List<Role>> teams, boolean includeOrgUsers) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(details.roles(ScopeId.of(projectId)));
        details.teams().forEach(team -> roles.addAll(teams.getOrDefault(team.value(), List.of())));
        if (includeOrgUsers && details.organizationRoles().contains(Role.ORG_OWNER)) {
            roles.add(Role.GROUP_OWNER);
        }
        if (includeOrgUsers && details.organizationRoles().contains(Role.ORG_READ_ONLY)) {
            roles.add(Role.GROUP_READ_ONLY);
        }
        return List.copyOf(roles);
    }

    private static Map<String, List<Role>> teams(Handle handle, ProjectId projectId) {
        return handle
                .createQuery("SELECT team_id, roles FROM project_team WHERE project_id = :projectId")
                .bind("projectId", projectId)
                .mapTo(TeamRole.class)
                .stream()
                .collect(Collectors.toMap(TeamRole::teamId, TeamRole::roleNames));
    }
}
