package io.telamon.control.endpoint;

import io.telamon.control.cluster.PrivateEndpointPort;
import io.telamon.control.cluster.Provider;
import io.telamon.control.store.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of private endpoints. */
final class EndpointTable {

    private static final String COLUMNS = "id, instance_id, project_id, organization_id, provider, state, comment,"
            + " service_name, service_resource_id, client_end_id, ip_address, error, ordinal, port";

    void insert(Handle handle, Endpoint endpoint) {
        handle.execute(
                "INSERT INTO endpoint (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                endpoint.id(),
                endpoint.instanceId(),
                endpoint.projectId(),
                endpoint.organizationId(),
                endpoint.provider().name(),
                endpoint.state().status(),
                endpoint.comment().orElse(null),
                endpoint.serviceName().orElse(null),
                endpoint.serviceResourceId().orElse(null),
                endpoint.clientEndId().orElse(null),
                endpoint.ipAddress().orElse(null),
                endpoint.error().orElse(null),
                endpoint.privatePort().ordinal(),
                endpoint.privatePort().port());
    }

    void update(Handle handle, Endpoint endpoint) {
        handle.execute(
                """
                UPDATE endpoint SET state = ?, comment = ?, service_name = ?, service_resource_id = ?,
                       client_end_id = ?, ip_address = ?, error = ?, port = ?
                WHERE id = ?""",
                endpoint.state().status(),
                endpoint.comment().orElse(null),
                endpoint.serviceName().orElse(null),
                endpoint.serviceResourceId().orElse(null),
                endpoint.clientEndId().orElse(null),
                endpoint.ipAddress().orElse(null),
                endpoint.error().orElse(null),
                endpoint.privatePort().port(),
                endpoint.id());
    }

    void delete(Handle handle, String id) {
        handle.execute("DELETE FROM endpoint WHERE id = ?", id);
    }

    void deleteOfInstance(Handle handle, String instanceId) {
        handle.execute("DELETE FROM endpoint WHERE instance_id = ?", instanceId);
    }

    List<Endpoint> list(Handle handle, String instanceId) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM endpoint WHERE instance_id = ? ORDER BY id")
                .bind(0, instanceId)
                .map((row, context) -> endpoint(row))
                .list();
    }

    /** Those that drivers connect through, of all instances. */
    List<Endpoint> available(Handle handle) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM endpoint WHERE state = 'AVAILABLE' AND port > 0")
                .map((row, context) -> endpoint(row))
                .list();
    }

    Optional<Endpoint> find(Handle handle, String id) {
        return find(handle, id, "");
    }

    /** The endpoint, which nobody else changes until the transaction ends. */
    Optional<Endpoint> lock(Transaction transaction, String id) {
        return find(transaction.handle(), id, transaction.forUpdate());
    }

    boolean isConnectedElsewhere(Handle handle, String clientEndId, String id) {
        return handle.createQuery("SELECT 1 FROM endpoint WHERE client_end_id = ? AND id <> ? AND state = 'AVAILABLE'")
                .bind(0, clientEndId)
                .bind(1, id)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static Optional<Endpoint> find(Handle handle, String id, String lock) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM endpoint WHERE id = ?" + lock)
                .bind(0, id)
                .map((row, context) -> endpoint(row))
                .findOne();
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Provider.valueOf(row.getString(5)),
                EndpointState.of(row.getString(6)),
                Optional.ofNullable(row.getString(7)),
                Optional.ofNullable(row.getString(8)),
                Optional.ofNullable(row.getString(9)),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)),
                Optional.ofNullable(row.getString(12)),
                new PrivateEndpointPort(row.getInt(13), row.getInt(14)));
    }
}
