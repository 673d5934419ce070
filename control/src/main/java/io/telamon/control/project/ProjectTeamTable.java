package io.telamon.control.project;

import io.telamon.control.api.Json;
import io.telamon.control.api.PageRequest;
import io.telamon.control.api.Role;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the teams of projects. */
final class ProjectTeamTable {

    private static final String SELECT = "SELECT team_id, roles FROM project_team";

    private final Json json;

    ProjectTeamTable(Json json) {
        this.json = json;
    }

    /** Whether the organization has the team; if so, nobody deletes it before the transaction ends. */
    boolean pinTeam(Transaction transaction, String organizationId, String teamId) {
        return transaction
                .handle()
                .createQuery("SELECT id FROM team WHERE id = ? AND organization_id = ?" + transaction.forKeyShare())
                .bind(0, teamId)
                .bind(1, organizationId)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Adds a team, unless it is in the project. */
    boolean insert(Handle handle, String projectId, TeamRole team) {
        return handle.execute(
                        "INSERT INTO project_team (project_id, team_id, roles) VALUES (?, ?, ?)"
                                + " ON CONFLICT (project_id, team_id) DO NOTHING",
                        projectId,
                        team.teamId(),
                        json.text(team.roleNames()))
                == 1;
    }

    Optional<TeamRole> find(Handle handle, String projectId, String teamId) {
        return handle.createQuery(SELECT + " WHERE project_id = ? AND team_id = ?")
                .bind(0, projectId)
                .bind(1, teamId)
                .map((row, context) -> team(row))
                .findOne();
    }

    List<TeamRole> list(Handle handle, String projectId, PageRequest page) {
        return handle.createQuery(SELECT + " WHERE project_id = ? ORDER BY team_id LIMIT ? OFFSET ?")
                .bind(0, projectId)
                .bind(1, page.itemsPerPage())
                .bind(2, page.offset())
                .map((row, context) -> team(row))
                .list();
    }

    long count(Handle handle, String projectId) {
        return handle.createQuery("SELECT COUNT(*) FROM project_team WHERE project_id = ?")
                .bind(0, projectId)
                .mapTo(Long.class)
                .one();
    }

    boolean update(Handle handle, String projectId, TeamRole team) {
        return handle.execute(
                        "UPDATE project_team SET roles = ? WHERE project_id = ? AND team_id = ?",
                        json.text(team.roleNames()),
                        projectId,
                        team.teamId())
                == 1;
    }

    boolean delete(Handle handle, String projectId, String teamId) {
        return handle.execute("DELETE FROM project_team WHERE project_id = ? AND team_id = ?", projectId, teamId) == 1;
    }

    private TeamRole team(ResultSet row) throws SQLException {
        return new TeamRole(json.values(row.getString("roles"), Role.class), row.getString("team_id"));
    }
}
