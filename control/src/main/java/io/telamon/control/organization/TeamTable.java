package io.telamon.control.organization;

import io.telamon.control.api.Json;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of teams. */
final class TeamTable {

    private static final String SELECT = "SELECT id, organization_id, name, usernames FROM team";

    private final Json json;

    TeamTable(Json json) {
        this.json = json;
    }

    /** Inserts a team, unless its organization has one of that name. */
    boolean insert(Handle handle, Team team) {
        return handle.execute(
                        "INSERT INTO team (id, organization_id, name, usernames) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (organization_id, name) DO NOTHING",
                        team.id(),
                        team.organizationId(),
                        team.name(),
                        json.text(team.usernames()))
                == 1;
    }

    Optional<Team> find(Handle handle, String organizationId, String id) {
        return findOne(handle, SELECT + " WHERE id = ? AND organization_id = ?", id, organizationId);
    }

    Optional<Team> findByName(Handle handle, String organizationId, String name) {
        return findOne(handle, SELECT + " WHERE organization_id = ? AND name = ?", organizationId, name);
    }

    /** Finds a team and keeps others from changing it or adding it to a project before the transaction ends. */
    Optional<Team> lock(Transaction transaction, String organizationId, String id) {
        String select = SELECT + " WHERE id = ? AND organization_id = ?" + transaction.forUpdate();
        return findOne(transaction.handle(), select, id, organizationId);
    }

    List<Team> list(Handle handle, String organizationId, PageRequest page) {
        return handle.createQuery(SELECT + " WHERE organization_id = ? ORDER BY name LIMIT ? OFFSET ?")
                .bind(0, organizationId)
                .bind(1, page.itemsPerPage())
                .bind(2, page.offset())
                .map((row, context) -> team(row))
                .list();
    }

    long count(Handle handle, String organizationId) {
        return handle.createQuery("SELECT COUNT(*) FROM team WHERE organization_id = ?")
                .bind(0, organizationId)
                .mapTo(Long.class)
                .one();
    }

    boolean nameIsTaken(Handle handle, Team team) {
        return findByName(handle, team.organizationId(), team.name())
                .filter(other -> !other.id().equals(team.id()))
                .isPresent();
    }

    void rename(Handle handle, Team team) {
        handle.execute("UPDATE team SET name = ? WHERE id = ?", team.name(), team.id());
    }

    boolean isInProject(Handle handle, String id) {
        return handle.createQuery("SELECT project_id FROM project_team WHERE team_id = ? LIMIT 1")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    void delete(Handle handle, String id) {
        handle.execute("DELETE FROM team WHERE id = ?", id);
    }

    private Optional<Team> findOne(Handle handle, String select, String first, String second) {
        return handle.createQuery(select)
                .bind(0, first)
                .bind(1, second)
                .map((row, context) -> team(row))
                .findOne();
    }

    private Team team(ResultSet row) throws SQLException {
        return new Team(
                row.getString("id"),
                row.getString("organization_id"),
                row.getString("name"),
                json.values(row.getString("usernames"), String.class));
    }
}
