package io.telamon.control.project;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.TeamId;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the teams of projects. */
final class ProjectTeamTable {

    private static final String OF_PROJECT = " FROM project_team WHERE project_id = :projectId";

    private ProjectTeamTable() {}

    /** Whether the organization has the team; if so, nobody deletes it before the transaction ends. */
    static boolean lockTeamShared(Transaction transaction, OrganizationId organizationId, TeamId teamId) {
        return transaction
                .handle()
                .createQuery("SELECT id FROM team WHERE id = :id AND organization_id = :organizationId"
                        + transaction.forKeyShare())
                .bind("id", teamId)
                .bind("organizationId", organizationId)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Adds a team, unless it is in the project; whether it did. */
    static boolean insert(Handle handle, ProjectId projectId, TeamRole team) {
        return handle.createUpdate("""
                        INSERT INTO project_team (project_id, team_id, roles) VALUES (:projectId, :teamId, :roleNames)
                        ON CONFLICT (project_id, team_id) DO NOTHING""")
                        .bind("projectId", projectId)
                        .bindNamedArgumentFinder(RecordArguments.of(team))
                        .execute()
                == 1;
    }

    static Optional<TeamRole> find(Handle handle, ProjectId projectId, TeamId teamId) {
        return handle.createQuery("SELECT *" + OF_PROJECT + " AND team_id = :teamId")
                .bind("projectId", projectId)
                .bind("teamId", teamId)
                .mapTo(TeamRole.class)
                .findOne();
    }

    static Page<TeamRole> list(Handle handle, ProjectId projectId, PageRequest page) {
        List<TeamRole> teams = handle.createQuery(
                        "SELECT *" + OF_PROJECT + " ORDER BY team_id LIMIT :most OFFSET :offset")
                .bind("projectId", projectId)
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(TeamRole.class)
                .list();
        return Page.of(page, teams, () -> count(handle, projectId));
    }

    static long count(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT count(*)" + OF_PROJECT)
                .bind("projectId", projectId)
                .mapTo(Long.class)
                .one();
    }

    /** Replaces the roles of a team; whether it is in the project. */
    static boolean update(Handle handle, ProjectId projectId, TeamRole team) {
        return handle.createUpdate(
                                "UPDATE project_team SET roles = :roleNames WHERE project_id = :projectId AND team_id = :teamId")
                        .bind("projectId", projectId)
                        .bindNamedArgumentFinder(RecordArguments.of(team))
                        .execute()
                == 1;
    }

    /** Removes a team; whether it was in the project. */
    static boolean delete(Handle handle, ProjectId projectId, TeamId teamId) {
        return handle.createUpdate("DELETE" + OF_PROJECT + " AND team_id = :teamId")
                        .bind("projectId", projectId)
                        .bind("teamId", teamId)
                        .execute()
                == 1;
    }
}
