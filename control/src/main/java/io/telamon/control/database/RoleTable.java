package io.telamon.control.database;

import io.telamon.control.api.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of custom roles. */
final class RoleTable {

    private final Json json;

    RoleTable(Json json) {
        this.json = json;
    }

    boolean insert(Handle handle, String projectId, RoleFacts role) {
        return handle.execute(
                        "INSERT INTO custom_role (project_id, name, facts) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                        projectId,
                        role.roleName(),
                        json.text(role))
                == 1;
    }

    void update(Handle handle, String projectId, RoleFacts role) {
        handle.execute(
                "UPDATE custom_role SET facts = ? WHERE project_id = ? AND name = ?",
                json.text(role),
                projectId,
                role.roleName());
    }

    boolean delete(Handle handle, String projectId, String name) {
        return handle.execute("DELETE FROM custom_role WHERE project_id = ? AND name = ?", projectId, name) == 1;
    }

    Optional<RoleFacts> find(Handle handle, String projectId, String name) {
        return handle.select("SELECT facts FROM custom_role WHERE project_id = ? AND name = ?", projectId, name)
                .mapTo(String.class)
                .findOne()
                .map(facts -> json.value(facts, RoleFacts.class));
    }

    long count(Handle handle, String projectId) {
        return handle.select("SELECT count(*) FROM custom_role WHERE project_id = ?", projectId)
                .mapTo(Long.class)
                .one();
    }

    List<RoleFacts> list(Handle handle, String projectId) {
        return handle.select("SELECT facts FROM custom_role WHERE project_id = ? ORDER BY name", projectId)
                .mapTo(String.class)
                .map(facts -> json.value(facts, RoleFacts.class))
                .list();
    }
}
