package io.telamon.control.project;

import io.telamon.control.api.Json;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of what is set in projects. */
final class SettingsTable {

    private final Json json;

    SettingsTable(Json json) {
        this.json = json;
    }

    Optional<ProjectSettings> settings(Handle handle, String projectId) {
        return handle.createQuery("SELECT settings FROM project WHERE id = ?")
                .bind(0, projectId)
                .mapTo(String.class)
                .findOne()
                .map(text -> json.value(text, ProjectSettings.class));
    }

    void setSettings(Handle handle, String projectId, ProjectSettings settings) {
        handle.execute("UPDATE project SET settings = ? WHERE id = ?", json.text(settings), projectId);
    }

    Optional<Boolean> managesSlowMs(Handle handle, String projectId) {
        return handle.createQuery("SELECT managed_slow_ms FROM project WHERE id = ?")
                .bind(0, projectId)
                .mapTo(Boolean.class)
                .findOne();
    }

    boolean setManagesSlowMs(Handle handle, String projectId, boolean enabled) {
        return handle.execute("UPDATE project SET managed_slow_ms = ? WHERE id = ?", enabled, projectId) == 1;
    }
}
