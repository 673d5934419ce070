package io.telamon.control.person;

import io.telamon.control.api.Call;
import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import io.telamon.control.work.UnitOfWork;
import java.util.List;

/** Changes roles and teams of members, and tells of it. The organization must be locked. */
public final class MemberChanges {

    private final MemberRoles roles;

    /** Changes of these roles. */
    public MemberChanges(MemberRoles roles) {
        this.roles = roles;
    }

    /** Replaces the roles in the organization. Throws as {@link MemberRoles#setInOrganization} does. */
    public void setRoles(UnitOfWork unit, Member member, List<Role> wanted) {
        roles.setInOrganization(unit.transaction(), member, wanted);
    }

    /** Replaces the roles in all projects. Throws as {@link MemberRoles#setInProject} does. */
    public void setProjects(UnitOfWork unit, Call<?> call, Member member, List<ProjectRoles> assignments) {
        roles.setInProjects(unit.transaction(), member, assignments);
        String type = member.isPending() ? "INVITED_TO_GROUP" : "USER_ROLES_CHANGED_AUDIT";
        assignments.forEach(each -> MemberEvents.inProject(unit, call, type, member, each.projectId()));
    }

    /** Replaces the teams. Throws as {@link TeamMembers#add} does. */
    public void setTeams(UnitOfWork unit, Call<?> call, Member member, List<TeamId> teams) {
        MemberDetails.require(unit.handle(), member.organizationId(), member.id()).teams().stream()
                .filter(team -> !teams.contains(team))
                .forEach(team -> {
                    TeamMembers.remove(unit.handle(), team, member.id());
                    MemberEvents.inTeam(unit, call, "REMOVED_FROM_TEAM", member, team);
                });
        String type = member.isPending() ? "INVITED_TO_TEAM" : "JOINED_TEAM";
        for (TeamId team : teams) {
            if (TeamMembers.add(unit.transaction(), team, member)) {
                MemberEvents.inTeam(unit, call, type, member, team);
            }
        }
    }
}
