package io.telamon.control.organization;

import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of organizations. */
final class OrganizationTable {

    private static final String SELECT = "SELECT id, name, skip_default_alerts FROM organization WHERE id = :id";

    private OrganizationTable() {}

    static void insert(Handle handle, Organization organization, OrganizationSettings settings) {
        handle.createUpdate("""
                        INSERT INTO organization (id, name, skip_default_alerts, settings)
                        VALUES (:id, :name, :skipDefaultAlertsSettings, :settings)""")
                .bindNamedArgumentFinder(RecordArguments.of(organization))
                .bind("settings", settings)
                .execute();
    }

    static Optional<Organization> find(Handle handle, OrganizationId id) {
        return handle.createQuery(SELECT)
                .bind("id", id)
                .mapTo(Organization.class)
                .findOne();
    }

    /** Finds an organization and keeps others from changing it before the transaction ends. */
    static Optional<Organization> lock(Transaction transaction, OrganizationId id) {
        return transaction
                .handle()
                .createQuery(SELECT + transaction.forUpdate())
                .bind("id", id)
                .mapTo(Organization.class)
                .findOne();
    }

    /** Whether there is the organization; if so, nobody deletes it before the transaction ends. */
    static boolean lockShared(Transaction transaction, OrganizationId id) {
        return transaction
                .handle()
                .createQuery(SELECT + transaction.forKeyShare())
                .bind("id", id)
                .mapTo(Organization.class)
                .findOne()
                .isPresent();
    }

    static void update(Handle handle, Organization organization) {
        handle.createUpdate(
                        "UPDATE organization SET name = :name, skip_default_alerts = :skipDefaultAlertsSettings WHERE id = :id")
                .bindNamedArgumentFinder(RecordArguments.of(organization))
                .execute();
    }

    static boolean hasProjects(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT id FROM project WHERE organization_id = :id LIMIT 1")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    static void delete(Handle handle, OrganizationId id) {
        handle.createUpdate("DELETE FROM organization WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    static Optional<OrganizationSettings> settings(Handle handle, OrganizationId id) {
        return handle.createQuery("SELECT settings FROM organization WHERE id = :id")
                .bind("id", id)
                .mapTo(OrganizationSettings.class)
                .findOne();
    }

    static void setSettings(Handle handle, OrganizationId id, OrganizationSettings settings) {
        handle.createUpdate("UPDATE organization SET settings = :settings WHERE id = :id")
                .bind("id", id)
                .bind("settings", settings)
                .execute();
    }
}
