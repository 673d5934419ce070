package io.telamon.control.team;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.TeamId;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of teams. */
final class TeamTable {

    private static final String OF_ORGANIZATION = " FROM team WHERE organization_id = :organizationId";

    private TeamTable() {}

    /** Inserts a team, unless its organization has one of that name; whether it did. */
    static boolean insert(Handle handle, Team team) {
        return handle.createUpdate("""
                        INSERT INTO team (id, organization_id, name, usernames)
                        VALUES (:id, :organizationId, :name, '[]')
                        ON CONFLICT (organization_id, name) DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(team))
                        .execute()
                == 1;
    }

    static Optional<Team> find(Handle handle, OrganizationId organizationId, TeamId id) {
        return findOne(handle, organizationId, " AND id = :value", id.value());
    }

    static Optional<Team> findByName(Handle handle, OrganizationId organizationId, String name) {
        return findOne(handle, organizationId, " AND name = :value", name);
    }

    /** Finds a team and keeps others from changing it or adding it to a project before the transaction ends. */
    static Optional<Team> lock(Transaction transaction, OrganizationId organizationId, TeamId id) {
        return findOne(transaction.handle(), organizationId, " AND id = :value" + transaction.forUpdate(), id.value());
    }

    static Page<Team> list(Handle handle, OrganizationId organizationId, PageRequest page) {
        List<Team> teams = handle.createQuery(
                        "SELECT *" + OF_ORGANIZATION + " ORDER BY name LIMIT :most OFFSET :offset")
                .bind("organizationId", organizationId)
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(Team.class)
                .list();
        return Page.of(page, teams, () -> count(handle, organizationId));
    }

    static long count(Handle handle, OrganizationId organizationId) {
        return handle.createQuery("SELECT count(*)" + OF_ORGANIZATION)
                .bind("organizationId", organizationId)
                .mapTo(Long.class)
                .one();
    }

    static void rename(Handle handle, Team team) {
        handle.createUpdate("UPDATE team SET name = :name WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(team))
                .execute();
    }

    static boolean isInProject(Handle handle, Team team) {
        return handle.createQuery("SELECT project_id FROM project_team WHERE team_id = :id LIMIT 1")
                .bindNamedArgumentFinder(RecordArguments.of(team))
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    static void delete(Handle handle, Team team) {
        handle.createUpdate("DELETE FROM team WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(team))
                .execute();
    }

    private static Optional<Team> findOne(
            Handle handle, OrganizationId organizationId, String condition, String value) {
        return handle.createQuery("SELECT *" + OF_ORGANIZATION + condition)
                .bind("organizationId", organizationId)
                .bind("value", value)
                .mapTo(Team.class)
                .findOne();
    }
}
