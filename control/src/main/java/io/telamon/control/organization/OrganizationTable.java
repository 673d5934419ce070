package io.telamon.control.organization;

import io.telamon.control.api.Json;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of organizations. */
final class OrganizationTable {

    private static final String SETTINGS = "SELECT settings FROM organization WHERE id = ?";

    private final Json json;

    OrganizationTable(Json json) {
        this.json = json;
    }

    void insert(Handle handle, Organization organization, OrganizationSettings settings) {
        handle.execute(
                "INSERT INTO organization (id, name, skip_default_alerts, settings) VALUES (?, ?, ?, ?)",
                organization.id(),
                organization.name(),
                organization.skipDefaultAlertsSettings(),
                json.text(settings));
    }

    Optional<Organization> find(Handle handle, String id) {
        return handle.createQuery("SELECT id, name, skip_default_alerts FROM organization WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> organization(row))
                .findOne();
    }

    /** Finds an organization and keeps others from changing it meanwhile. */
    Optional<Organization> lock(Transaction transaction, String id) {
        return transaction
                .handle()
                .createQuery(
                        "SELECT id, name, skip_default_alerts FROM organization WHERE id = ?" + transaction.forUpdate())
                .bind(0, id)
                .map((row, context) -> organization(row))
                .findOne();
    }

    /** Whether there is the organization; if so, nobody deletes it before the transaction ends. */
    boolean lockShared(Transaction transaction, String id) {
        return transaction
                .handle()
                .createQuery("SELECT id FROM organization WHERE id = ?" + transaction.forKeyShare())
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    void update(Handle handle, Organization organization) {
        handle.execute(
                "UPDATE organization SET name = ?, skip_default_alerts = ? WHERE id = ?",
                organization.name(),
                organization.skipDefaultAlertsSettings(),
                organization.id());
    }

    boolean hasProjects(Handle handle, String id) {
        return handle.createQuery("SELECT id FROM project WHERE organization_id = ? LIMIT 1")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    void delete(Handle handle, String id) {
        handle.execute("DELETE FROM organization WHERE id = ?", id);
    }

    Optional<OrganizationSettings> settings(Handle handle, String id) {
        return handle.createQuery(SETTINGS)
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(text -> json.value(text, OrganizationSettings.class));
    }

    void setSettings(Handle handle, String id, OrganizationSettings settings) {
        handle.execute("UPDATE organization SET settings = ? WHERE id = ?", json.text(settings), id);
    }

    private static Organization organization(ResultSet row) throws SQLException {
        return new Organization(row.getString("id"), row.getString("name"), row.getBoolean("skip_default_alerts"));
    }
}
