package io.telamon.control.organization;

import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.event.Event;
import io.telamon.control.event.EventLog;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;

/** The operations of an organization's teams. */
final class TeamOperations {

    private final Store store;
    private final TeamTable table;
    private final Organizations organizations;
    private final EventLog events;
    private final ObjectIdGenerator ids;

    TeamOperations(Store store, TeamTable table, Organizations organizations, EventLog events, ObjectIdGenerator ids) {
        this.store = store;
        this.table = table;
        this.organizations = organizations;
        this.events = events;
        this.ids = ids;
    }

    void declare(Operations api) {
        api.servePage("listOrgTeams", this::list);
        api.serve("createOrgTeam", TeamCreate.class, this::create);
        api.serve("getOrgTeam", this::get);
        api.serve("getOrgTeamByName", this::getByName);
        api.serve("renameOrgTeam", TeamRename.class, this::rename);
        api.serve("deleteOrgTeam", this::delete);
    }

    private Page<TeamView> list(Call<NoContent> call) {
        String organizationId = call.organizationId();
        return store.read(handle -> new Page<>(
                        table.list(handle, organizationId, call.page()), table.count(handle, organizationId)))
                .map(team -> TeamView.of(call, team));
    }

    private TeamView create(Call<TeamCreate> call) {
        if (call.body().usernames().isEmpty()) {
            throw ErrorCode.CANNOT_CREATE_EMPTY_TEAM.about();
        }
        Team team = new Team(
                ids.next(),
                call.organizationId(),
                call.body().name(),
                call.body().usernames());
        return store.write(transaction -> {
            organizations.requireOpen(transaction, team.organizationId());
            if (!table.insert(transaction.handle(), team)) {
                throw nameTaken(team);
            }
            events.append(transaction, event(call, team, "TEAM_CREATED"));
            return TeamView.created(call, team);
        });
    }

    private TeamView get(Call<NoContent> call) {
        String id = call.path("teamId");
        return store.read(handle -> table.find(handle, call.organizationId(), id))
                .map(team -> TeamView.of(call, team))
                .orElseThrow(() -> ErrorCode.TEAM_NOT_FOUND.about(id));
    }

    private TeamView getByName(Call<NoContent> call) {
        String name = call.path("teamName");
        return store.read(handle -> table.findByName(handle, call.organizationId(), name))
                .map(team -> TeamView.of(call, team))
                .orElseThrow(() -> ErrorCode.TEAM_NAME_NOT_FOUND.about(name));
    }

    private TeamView rename(Call<TeamRename> call) {
        return store.write(transaction -> {
            // Whoever makes or renames a team needs the organization too, so the name stays free until the commit.
            organizations.lockForLimit(transaction, call.organizationId());
            Team after = locked(transaction, call).named(call.body().name());
            if (table.nameIsTaken(transaction.handle(), after)) {
                throw nameTaken(after);
            }
            table.rename(transaction.handle(), after);
            events.append(transaction, event(call, after, "TEAM_NAME_CHANGED"));
            return TeamView.of(call, after);
        });
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            Team team = locked(transaction, call);
            if (table.isInProject(transaction.handle(), team.id())) {
                throw ErrorCode.CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT.about();
            }
            table.delete(transaction.handle(), team.id());
            events.append(transaction, event(call, team, "TEAM_DELETED"));
            return NoContent.DONE;
        });
    }

    private Team locked(Transaction transaction, Call<?> call) {
        String id = call.path("teamId");
        return table.lock(transaction, call.organizationId(), id).orElseThrow(() -> ErrorCode.TEAM_NOT_FOUND.about(id));
    }

    private static ApiException nameTaken(Team team) {
        return ErrorCode.TEAM_NAME_NOT_AVAILABLE.about(team.name(), team.organizationId());
    }

    private static Event event(Call<?> call, Team team, String type) {
        return Event.inOrganization(team.organizationId(), call, type).about("teamId", team.id());
    }
}
