package io.telamon.control.project;

import io.telamon.control.limit.Limit;
import io.telamon.gateway.model.ProjectId;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;

/** The SQL of the limits that are set. */
final class LimitTable {

    private static final String ONE = " WHERE project_id = :projectId AND name = :name";

    private LimitTable() {}

    static Map<String, Long> all(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT name, value FROM project_limit WHERE project_id = :projectId")
                .bind("projectId", projectId)
                .setMapKeyColumn("name")
                .setMapValueColumn("value")
                .collectInto(new GenericType<Map<String, Long>>() {});
    }

    static Optional<Long> find(Handle handle, ProjectId projectId, Limit limit) {
        return handle.createQuery("SELECT value FROM project_limit" + ONE)
                .bind("projectId", projectId)
                .bind("name", limit.apiName())
                .mapTo(Long.class)
                .findOne();
    }

    static void set(Handle handle, ProjectId projectId, Limit limit, long value) {
        handle.createUpdate("""
                        INSERT INTO project_limit (project_id, name, value) VALUES (:projectId, :name, :value)
                        ON CONFLICT (project_id, name) DO UPDATE SET value = excluded.value""")
                .bind("projectId", projectId)
                .bind("name", limit.apiName())
                .bind("value", value)
                .execute();
    }

    /** Removes what is set; whether anything was. */
    static boolean remove(Handle handle, ProjectId projectId, Limit limit) {
        return handle.createUpdate("DELETE FROM project_limit" + ONE)
                        .bind("projectId", projectId)
                        .bind("name", limit.apiName())
                        .execute()
                == 1;
    }
}
