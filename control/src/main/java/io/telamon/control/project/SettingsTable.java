package io.telamon.control.project;

import io.telamon.control.api.ErrorCode;
import io.telamon.gateway.model.ProjectId;
import org.jdbi.v3.core.Handle;

/** The SQL of what is set in projects. */
final class SettingsTable {

    private SettingsTable() {}

    static ProjectSettings settings(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT settings FROM project WHERE id = :id")
                .bind("id", projectId)
                .mapTo(ProjectSettings.class)
                .findOne()
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(projectId));
    }

    static void setSettings(Handle handle, ProjectId projectId, ProjectSettings settings) {
        handle.createUpdate("UPDATE project SET settings = :settings WHERE id = :id")
                .bind("id", projectId)
                .bind("settings", settings)
                .execute();
    }

    static boolean managesSlowMs(Handle handle, ProjectId projectId) {
        return handle.createQuery("SELECT managed_slow_ms FROM project WHERE id = :id")
                .bind("id", projectId)
                .mapTo(Boolean.class)
                .findOne()
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(projectId));
    }

    static void setManagesSlowMs(Handle handle, ProjectId projectId, boolean enabled) {
        handle.createUpdate("UPDATE project SET managed_slow_ms = :enabled WHERE id = :id")
                .bind("id", projectId)
                .bind("enabled", enabled)
                .execute();
    }
}
