package io.telamon.control.project;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;

/** The operations of a project's teams. */
final class ProjectTeamOperations {

    private final ProjectContext family;
    private final Store store;
    private final ProjectTeamTable table;

    ProjectTeamOperations(ProjectContext family) {
        this.family = family;
        this.store = family.store();
        this.table = new ProjectTeamTable(family.json());
    }

    void declare(Operations api) {
        api.servePage("listGroupTeams", this::list);
        api.servePageOfListOf("addGroupTeams", TeamRole.class, this::add);
        api.serve("getGroupTeam", this::get);
        api.servePage("updateGroupTeam", TeamRoleChange.class, this::update);
        api.serve("removeGroupTeam", this::remove);
    }

    private Page<TeamRoleView> list(Call<?> call) {
        String projectId = call.projectId();
        return store.read(handle ->
                        new Page<>(table.list(handle, projectId, call.page()), table.count(handle, projectId)))
                .map(team -> view(call, team));
    }

    private Page<TeamRoleView> add(Call<List<TeamRole>> call) {
        call.body().forEach(team -> requireProjectRoles(team.roleNames()));
        Project project = family.projects().get(call.projectId());
        store.write(transaction -> {
            family.projects().requireOpen(transaction, project.id());
            call.body().forEach(team -> add(transaction, call, project, team));
            return project;
        });
        return list(call);
    }

    private void add(Transaction transaction, Call<?> call, Project project, TeamRole team) {
        if (!table.pinTeam(transaction, project.organizationId(), team.teamId())) {
            throw ErrorCode.TEAM_NOT_FOUND.about(team.teamId());
        }
        if (!table.insert(transaction.handle(), project.id(), team)) {
            throw ErrorCode.TEAM_EXISTS_IN_GROUP.about();
        }
        append(transaction, call, project, team.teamId(), "TEAM_ADDED_TO_GROUP");
    }

    private TeamRoleView get(Call<NoContent> call) {
        return store.read(handle -> table.find(handle, call.projectId(), call.path("teamId")))
                .map(team -> view(call, team))
                .orElseThrow(ErrorCode.TEAM_NOT_IN_GROUP::about);
    }

    private Page<TeamRoleView> update(Call<TeamRoleChange> call) {
        requireProjectRoles(call.body().roleNames());
        TeamRole team = new TeamRole(call.body().roleNames(), call.path("teamId"));
        Project project = family.projects().get(call.projectId());
        store.write(transaction -> {
            if (!table.update(transaction.handle(), project.id(), team)) {
                throw ErrorCode.TEAM_NOT_IN_GROUP.about();
            }
            append(transaction, call, project, team.teamId(), "TEAM_ROLES_MODIFIED");
            return team;
        });
        return new Page<>(List.of(view(call, team)), 1);
    }

    private NoContent remove(Call<NoContent> call) {
        String teamId = call.path("teamId");
        Project project = family.projects().get(call.projectId());
        return store.write(transaction -> {
            if (!table.delete(transaction.handle(), project.id(), teamId)) {
                throw ErrorCode.TEAM_NOT_IN_GROUP.about();
            }
            append(transaction, call, project, teamId, "TEAM_REMOVED_FROM_GROUP");
            return NoContent.DONE;
        });
    }

    private void append(Transaction transaction, Call<?> call, Project project, String teamId, String type) {
        Event event = ProjectOperations.event(call, project, type);
        family.events().append(transaction, event.about("teamId", teamId));
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
