package io.telamon.control.team;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.model.TeamId;
import io.telamon.control.module.ApiModule;
import io.telamon.control.person.Member;
import io.telamon.control.person.People;
import io.telamon.control.work.OrganizationUnitOfWork;
import io.telamon.control.work.UnitsOfWork;
import java.util.List;
import java.util.Map;

/** The operations of an organization's teams. */
public final class TeamOperations implements ApiModule {

    /** Teams that an organization may have. */
    private static final int MOST = 250;

    private final UnitsOfWork units;

    /** The operations over a store. */
    public TeamOperations(UnitsOfWork units) {
        this.units = units;
    }

    @Override
    public void bind(Operations api) {
        api.servePage("listOrgTeams", this::list);
        api.serve("createOrgTeam", TeamCreate.class, this::create);
        api.serve("getOrgTeam", this::get);
        api.serve("getOrgTeamByName", this::getByName);
        api.serve("renameOrgTeam", TeamRename.class, this::rename);
        api.serve("deleteOrgTeam", this::delete);
    }

    private Page<TeamView> list(Call<NoContent> call) {
        return units.read(handle -> TeamTable.list(handle, call.organizationId(), call.page()))
                .map(team -> TeamView.of(call, team));
    }

    private TeamView create(Call<TeamCreate> call) {
        Team team = new Team(
                new TeamId(units.newId()), call.organizationId(), call.body().name());
        List<String> usernames = units.inOrganization(call, unit -> {
            unit.lockOrganization();
            requireNameFree(TeamTable.insert(unit.handle(), team), team);
            ErrorCode.MAX_TEAMS_PER_ORG_EXCEEDED.refuseIf(
                    TeamTable.count(unit.handle(), team.organizationId()) > MOST, team.organizationId(), MOST);
            append(unit, team, "TEAM_CREATED");
            return call.body().members().stream()
                    .map(username -> join(unit, call, team, username))
                    .toList();
        });
        call.answerHeader("Location", location(call, team));
        return TeamView.created(call, team, usernames);
    }

    private static String join(OrganizationUnitOfWork unit, Call<?> call, Team team, String username) {
        Member member = People.findByName(unit.handle(), team.organizationId(), username)
                .orElseThrow(() -> ErrorCode.USERNAME_NOT_FOUND.about(username));
        TeamUserOperations.join(unit, call, team, member);
        return member.username();
    }

    /** The recorded form, which leaves out the base of the API. */
    private static String location(Call<?> call, Team team) {
        return call.origin() + "/orgs/" + team.organizationId() + "/teams/" + team.id();
    }

    private TeamView get(Call<NoContent> call) {
        TeamId id = new TeamId(call.path("teamId"));
        return units.read(handle -> TeamTable.find(handle, call.organizationId(), id))
                .map(team -> TeamView.of(call, team))
                .orElseThrow(() -> ErrorCode.TEAM_NOT_FOUND.about(id));
    }

    private TeamView getByName(Call<NoContent> call) {
        String name = call.path("teamName");
        return units.read(handle -> TeamTable.findByName(handle, call.organizationId(), name))
                .map(team -> TeamView.of(call, team))
                .orElseThrow(() -> ErrorCode.TEAM_NAME_NOT_FOUND.about(name));
    }

    private TeamView rename(Call<TeamRename> call) {
        return units.inOrganization(call, unit -> {
            // Making or renaming a team locks the organization, so the name stays free until the commit.
            unit.lockOrganization();
            Team after = lock(unit, call).named(call.body().name());
            boolean free = TeamTable.findByName(unit.handle(), after.organizationId(), after.name())
                    .filter(other -> !other.id().equals(after.id()))
                    .isEmpty();
            requireNameFree(free, after);
            TeamTable.rename(unit.handle(), after);
            append(unit, after, "TEAM_NAME_CHANGED");
            return TeamView.of(call, after);
        });
    }

    private NoContent delete(Call<NoContent> call) {
        return units.inOrganization(call, unit -> {
            Team team = lock(unit, call);
            ErrorCode.CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT.refuseIf(TeamTable.isInProject(unit.handle(), team));
            TeamTable.delete(unit.handle(), team);
            append(unit, team, "TEAM_DELETED");
            return NoContent.DONE;
        });
    }

    static Team lock(OrganizationUnitOfWork unit, Call<?> call) {
        TeamId id = new TeamId(call.path("teamId"));
        return TeamTable.lock(unit.transaction(), unit.organizationId(), id)
                .orElseThrow(() -> ErrorCode.TEAM_NOT_FOUND.about(id));
    }

    private static void requireNameFree(boolean free, Team team) {
        ErrorCode.TEAM_NAME_NOT_AVAILABLE.refuseIf(!free, team.name(), team.organizationId());
    }

    private static void append(OrganizationUnitOfWork unit, Team team, String type) {
        unit.append(type, Map.of("teamId", team.id().value()));
    }
}
