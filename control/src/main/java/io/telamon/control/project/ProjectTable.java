package io.telamon.control.project;

import io.telamon.control.api.Json;
import io.telamon.control.api.PageRequest;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of projects. */
final class ProjectTable {

    private static final String SELECT =
            "SELECT id, organization_id, name, created_at, with_default_alerts, region_restrictions, tags FROM project";

    private final Json json;

    ProjectTable(Json json) {
        this.json = json;
    }

    /** Inserts a project, unless its organization has one of that name. */
    boolean insert(Handle handle, Project project) {
        return handle.execute(
                        """
                        INSERT INTO project (id, organization_id, name, created_at, with_default_alerts,
                                             region_restrictions, tags, settings, managed_slow_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (organization_id, name) DO NOTHING""",
                        project.id(),
                        project.organizationId(),
                        project.name(),
                        project.created(),
                        project.withDefaultAlertsSettings(),
                        project.regionUsageRestrictions().map(Enum::name).orElse(null),
                        json.text(project.tags()),
                        json.text(ProjectSettings.INITIAL),
                        true)
                == 1;
    }

    Optional<Project> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> project(row))
                .findOne();
    }

    Optional<Project> findByName(Handle handle, String organizationId, String name) {
        return handle.createQuery(SELECT + " WHERE organization_id = ? AND name = ?")
                .bind(0, organizationId)
                .bind(1, name)
                .map((row, context) -> project(row))
                .findOne();
    }

    /** Finds a project and keeps others from changing it, and from putting anything into it, meanwhile. */
    Optional<Project> lock(Transaction transaction, String id) {
        return transaction
                .handle()
                .createQuery(SELECT + " WHERE id = ?" + transaction.forUpdate())
                .bind(0, id)
                .map((row, context) -> project(row))
                .findOne();
    }

    /** Whether there is the project; if so, nobody deletes it before the transaction ends. */
    boolean lockShared(Transaction transaction, String id) {
        return lockShared(transaction, id, transaction.forKeyShare());
    }

    /** The same, for one transaction at a time. */
    boolean lockForLimit(Transaction transaction, String id) {
        return lockShared(transaction, id, transaction.forNoKeyUpdate());
    }

    private static boolean lockShared(Transaction transaction, String id, String lock) {
        return transaction
                .handle()
                .createQuery("SELECT id FROM project WHERE id = ?" + lock)
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    List<Project> list(Handle handle, ProjectFilter filter, PageRequest page) {
        if (filter.ids().filter(List::isEmpty).isPresent()) {
            return List.of();
        }
        return filtered(handle, SELECT, filter, " ORDER BY name LIMIT :items OFFSET :offset")
                .bind("items", page.itemsPerPage())
                .bind("offset", page.offset())
                .map((row, context) -> project(row))
                .list();
    }

    long count(Handle handle, ProjectFilter filter) {
        return filter.ids().filter(List::isEmpty).isPresent()
                ? 0
                : filtered(handle, "SELECT COUNT(*) FROM project", filter, "")
                        .mapTo(Long.class)
                        .one();
    }

    void update(Handle handle, Project project) {
        handle.execute(
                "UPDATE project SET name = ?, tags = ? WHERE id = ?",
                project.name(),
                json.text(project.tags()),
                project.id());
    }

    void delete(Handle handle, String id) {
        handle.execute("DELETE FROM project WHERE id = ?", id);
    }

    private static Query filtered(Handle handle, String select, ProjectFilter filter, String rest) {
        StringBuilder sql = new StringBuilder(select).append(" WHERE organization_id = :organization");
        if (filter.ids().isPresent()) {
            sql.append(" AND id IN (<ids>)");
        }
        if (!filter.prefix().isEmpty()) {
            sql.append(" AND LOWER(SUBSTR(name, 1, :length)) = :prefix");
        }
        Query query = handle.createQuery(sql.append(rest).toString()).bind("organization", filter.organizationId());
        filter.ids().ifPresent(ids -> query.bindList("ids", ids));
        if (!filter.prefix().isEmpty()) {
            query.bind("length", filter.prefix().length())
                    .bind("prefix", filter.prefix().toLowerCase(Locale.ROOT));
        }
        return query;
    }

    private Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getString("id"),
                row.getString("organization_id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                row.getBoolean("with_default_alerts"),
                Optional.ofNullable(row.getString("region_restrictions")).map(Project.RegionUsage::valueOf),
                json.values(row.getString("tags"), ProjectTag.class));
    }
}
