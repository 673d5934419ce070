package io.telamon.control.project;

import io.telamon.control.api.PageRequest;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The SQL of projects. */
final class ProjectTable {

    private static final String SELECT =
            "SELECT id, organization_id, name, created_at, with_default_alerts, region_restrictions, tags FROM project";

    private ProjectTable() {}

    /** Inserts a project, unless its organization has one of that name; whether it did. */
    static boolean insert(Handle handle, Project project) {
        return handle.createUpdate("""
                                INSERT INTO project (id, organization_id, name, created_at, with_default_alerts,
                                                     region_restrictions, tags, settings, managed_slow_ms)
                                VALUES (:id, :organizationId, :name, :created, :withDefaultAlertsSettings,
                                        :regionUsageRestrictions, :tags, :settings, TRUE)
                                ON CONFLICT (organization_id, name) DO NOTHING""")
                        .bindNamedArgumentFinder(RecordArguments.of(project))
                        .bind("settings", ProjectSettings.INITIAL)
                        .execute()
                == 1;
    }

    static Optional<Project> find(Handle handle, ProjectId id) {
        return findById(handle, id, "");
    }

    /** Finds a project and keeps others from changing it, and from putting anything into it, meanwhile. */
    static Optional<Project> lock(Transaction transaction, ProjectId id) {
        return findById(transaction.handle(), id, transaction.forUpdate());
    }

    private static Optional<Project> findById(Handle handle, ProjectId id, String lock) {
        return handle.createQuery(SELECT + " WHERE id = :id" + lock)
                .bind("id", id)
                .mapTo(Project.class)
                .findOne();
    }

    static Optional<Project> findByName(Handle handle, OrganizationId organizationId, String name) {
        return handle.createQuery(SELECT + " WHERE organization_id = :organizationId AND name = :name")
                .bind("organizationId", organizationId)
                .bind("name", name)
                .mapTo(Project.class)
                .findOne();
    }

    /** Whether there is the project; if so, nobody deletes it before the transaction ends. */
    static boolean lockShared(Transaction transaction, ProjectId id) {
        return lockWith(transaction, id, transaction.forKeyShare());
    }

    /** The same, for one transaction at a time. */
    static boolean lockExclusive(Transaction transaction, ProjectId id) {
        return lockWith(transaction, id, transaction.forNoKeyUpdate());
    }

    private static boolean lockWith(Transaction transaction, ProjectId id, String lock) {
        return transaction
                .handle()
                .createQuery("SELECT id FROM project WHERE id = :id" + lock)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    static List<Project> list(Handle handle, ProjectFilter filter, PageRequest page) {
        if (filter.ids().filter(List::isEmpty).isPresent()) {
            return List.of();
        }
        return filtered(handle, SELECT, filter, " ORDER BY name LIMIT :items OFFSET :offset")
                .bind("items", page.limit())
                .bind("offset", page.offset())
                .mapTo(Project.class)
                .list();
    }

    static long count(Handle handle, ProjectFilter filter) {
        return filter.ids().filter(List::isEmpty).isPresent()
                ? 0
                : filtered(handle, "SELECT COUNT(*) FROM project", filter, "")
                        .mapTo(Long.class)
                        .one();
    }

    static void update(Handle handle, Project project) {
        handle.createUpdate("UPDATE project SET name = :name, tags = :tags WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(project))
                .execute();
    }

    static void delete(Handle handle, ProjectId id) {
        handle.createUpdate("DELETE FROM project WHERE id = :id").bind("id", id).execute();
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
}
