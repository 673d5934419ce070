package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.model.TeamId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.work.ProjectUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Map;

/** The operations of a project's teams. */
public final class ProjectTeamOperations implements ApiModule {

    /** Teams that a project may have. */
    private static final int MOST = 100;

    private final UnitsOfWork units;

    /** The operations over a store. */
    public ProjectTeamOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listGroupTeams", this::list);
        api.servePageOfListOf("addGroupTeams", TeamRole.class, this::add);
        api.serve("getGroupTeam", this::get);
        api.servePage("updateGroupTeam", TeamRoleChange.class, this::update);
        api.serve("removeGroupTeam", this::remove);
    }

    private Page<TeamRoleView> list(Call<?> call) {
        return units.read(handle -> ProjectTeamTable.list(handle, call.projectId(), call.page()))
                .map(team -> view(call, team));
    }

    private Page<TeamRoleView> add(Call<List<TeamRole>> call) {
        call.body().forEach(team -> requireProjectRoles(team.roleNames()));
        units.inProject(call, unit -> {
            unit.lockProject();
            call.body().forEach(team -> add(unit, team));
            ErrorCode.MAX_TEAMS_PER_GROUP_EXCEEDED.refuseIf(
                    ProjectTeamTable.count(unit.handle(), unit.projectId()) > MOST, unit.projectId(), MOST);
            return unit.projectId();
        });
        return list(call);
    }

    private static void add(ProjectUnitOfWork unit, TeamRole team) {
        boolean exists =
                ProjectTeamTable.lockTeamShared(unit.transaction(), unit.organizationId(), new TeamId(team.teamId()));
        ErrorCode.TEAM_NOT_FOUND.refuseIf(!exists, team.teamId());
        ErrorCode.TEAM_EXISTS_IN_GROUP.refuseIf(!ProjectTeamTable.insert(unit.handle(), unit.projectId(), team));
        append(unit, new TeamId(team.teamId()), "TEAM_ADDED_TO_GROUP");
    }

    private TeamRoleView get(Call<NoContent> call) {
        return units.read(handle -> ProjectTeamTable.find(handle, call.projectId(), new TeamId(call.path("teamId"))))
                .map(team -> view(call, team))
                .orElseThrow(ErrorCode.TEAM_NOT_IN_GROUP::about);
    }

    private Page<TeamRoleView> update(Call<TeamRoleChange> call) {
        requireProjectRoles(call.body().roleNames());
        TeamRole team = new TeamRole(call.body().roleNames(), call.path("teamId"));
        return units.inProject(call, unit -> {
            ErrorCode.TEAM_NOT_IN_GROUP.refuseIf(!ProjectTeamTable.update(unit.handle(), unit.projectId(), team));
            append(unit, new TeamId(team.teamId()), "TEAM_ROLES_MODIFIED");
            return new Page<>(List.of(view(call, team)), 1);
        });
    }

    private NoContent remove(Call<NoContent> call) {
        TeamId teamId = new TeamId(call.path("teamId"));
        return units.inProject(call, unit -> {
            ErrorCode.TEAM_NOT_IN_GROUP.refuseIf(!ProjectTeamTable.delete(unit.handle(), unit.projectId(), teamId));
            append(unit, teamId, "TEAM_REMOVED_FROM_GROUP");
            return NoContent.DONE;
        });
    }

    private static void append(ProjectUnitOfWork unit, TeamId teamId, String type) {
        unit.append(type, Map.of("teamId", teamId.value()));
    }

    private static void requireProjectRoles(List<Role> roles) {
        if (roles.stream().anyMatch(Role::isOrganizational)) {
            throw ErrorCode.CANNOT_ADD_ORG_ROLE.about();
        }
    }

    private static TeamRoleView view(Call<?> call, TeamRole team) {
        String path = "/groups/" + call.projectId() + "/teams/" + team.teamId();
        return new TeamRoleView(List.of(call.link("self", path)), team.roleNames(), team.teamId());
    }
}
