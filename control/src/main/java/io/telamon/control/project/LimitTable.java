package io.telamon.control.project;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of the limits that are set. */
final class LimitTable {

    Map<String, Long> all(Handle handle, String projectId) {
        return handle.createQuery("SELECT name, value FROM project_limit WHERE project_id = ?")
                .bind(0, projectId)
                .map((row, context) -> Map.entry(row.getString("name"), row.getLong("value")))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Long> find(Handle handle, String projectId, Limit limit) {
        return handle.createQuery("SELECT value FROM project_limit WHERE project_id = ? AND name = ?")
                .bind(0, projectId)
                .bind(1, limit.apiName())
                .mapTo(Long.class)
                .findOne();
    }

    void set(Handle handle, String projectId, Limit limit, long value) {
        handle.execute(
                "INSERT INTO project_limit (project_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (project_id, name) DO UPDATE SET value = excluded.value",
                projectId,
                limit.apiName(),
                value);
    }

    boolean remove(Handle handle, String projectId, Limit limit) {
        return handle.execute("DELETE FROM project_limit WHERE project_id = ? AND name = ?", projectId, limit.apiName())
                == 1;
    }
}
