package io.telamon.control.work;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import io.telamon.gateway.model.ProjectId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Resources of projects, of one kind, that are found by their id alone and never searched. They go with their project.
 *
 * @param <T> a record that is {@link io.telamon.control.store.StoredAsJson}
 */
public final class Documents<T> {

    private static final String OF_PROJECT = " FROM project_document WHERE kind = :kind AND project_id = :projectId";

    private final String kind;
    private final Class<T> type;

    /**
     * The documents of a kind.
     *
     * @param kind names the kind in the database, for example {@code maintenance-window}
     */
    public Documents(String kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
    }

    /** The document of an id. */
    public Optional<T> find(Handle handle, ProjectId projectId, String id) {
        return bound(handle.createQuery("SELECT body" + OF_PROJECT + " AND id = :id"), projectId)
                .bind("id", id)
                .mapTo(type)
                .findOne();
    }

    /** All of a project, by id. */
    public List<T> list(Handle handle, ProjectId projectId) {
        return bound(handle.createQuery("SELECT body" + OF_PROJECT + " ORDER BY id"), projectId)
                .mapTo(type)
                .list();
    }

    /** A page of those of a project, by id. */
    public Page<T> page(Handle handle, ProjectId projectId, PageRequest page) {
        List<T> items = bound(
                        handle.createQuery("SELECT body" + OF_PROJECT + " ORDER BY id LIMIT :most OFFSET :offset"),
                        projectId)
                .bind("most", page.limit())
                .bind("offset", page.offset())
                .mapTo(type)
                .list();
        return Page.of(page, items, () -> count(handle, projectId));
    }

    /** How many a project has. */
    public long count(Handle handle, ProjectId projectId) {
        return bound(handle.createQuery("SELECT count(*)" + OF_PROJECT), projectId)
                .mapTo(Long.class)
                .one();
    }

    /** Inserts a document, unless the project has one of the id; whether it did. */
    public boolean insert(ProjectUnitOfWork unit, String id, T body) {
        return write(unit, "ON CONFLICT DO NOTHING", id, body);
    }

    /** Inserts a document, or replaces the one of the id. */
    public void put(ProjectUnitOfWork unit, String id, T body) {
        write(unit, "ON CONFLICT (project_id, kind, id) DO UPDATE SET body = excluded.body", id, body);
    }

    /** Deletes a document; whether there was one. */
    public boolean delete(ProjectUnitOfWork unit, String id) {
        return bound(unit.handle().createUpdate("DELETE" + OF_PROJECT + " AND id = :id"), unit.projectId())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    private boolean write(ProjectUnitOfWork unit, String otherwise, String id, T body) {
        String insert =
                "INSERT INTO project_document (project_id, kind, id, body) VALUES (:projectId, :kind, :id, :body) ";
        return bound(unit.handle().createUpdate(insert + otherwise), unit.projectId())
                        .bind("id", id)
                        .bindByType("body", body, type)
                        .execute()
                == 1;
    }

    private <S extends SqlStatement<S>> S bound(S statement, ProjectId projectId) {
        return statement.bind("kind", kind).bind("projectId", projectId);
    }
}
