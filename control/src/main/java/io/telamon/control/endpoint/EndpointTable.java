package io.telamon.control.endpoint;

import io.telamon.control.model.EndpointId;
import io.telamon.control.store.RecordArguments;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ClusterId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** The SQL of private endpoints. */
final class EndpointTable {

    private static final String SELECT = "SELECT * FROM endpoint WHERE ";

    private EndpointTable() {}

    static void insert(Handle handle, Endpoint endpoint) {
        handle.createUpdate("""
                        INSERT INTO endpoint (id, instance_id, project_id, organization_id, provider, state, comment,
                            service_name, service_resource_id, client_end_id, ip_address, error, ordinal, port)
                        VALUES (:identity.id, :identity.instanceId, :identity.projectId, :identity.organizationId,
                            :identity.provider, :state, :comment, :service.serviceName, :service.serviceResourceId,
                            :clientEnd.clientEndId, :clientEnd.ipAddress, :clientEnd.error, :privatePort.ordinal,
                            :privatePort.port)""")
                .bindNamedArgumentFinder(RecordArguments.of(endpoint))
                .execute();
    }

    static void update(Handle handle, Endpoint endpoint) {
        handle.createUpdate("""
                        UPDATE endpoint SET state = :state, comment = :comment, service_name = :service.serviceName,
                            service_resource_id = :service.serviceResourceId, client_end_id = :clientEnd.clientEndId,
                            ip_address = :clientEnd.ipAddress, error = :clientEnd.error, port = :privatePort.port
                        WHERE id = :identity.id""")
                .bindNamedArgumentFinder(RecordArguments.of(endpoint))
                .execute();
    }

    static int setPort(Handle handle, Endpoint endpoint, OptionalInt port) {
        return handle.createUpdate("UPDATE endpoint SET port = :port WHERE id = :id")
                .bind("port", port.isPresent() ? port.getAsInt() : null)
                .bind("id", endpoint.id().value())
                .execute();
    }

    static void delete(Handle handle, Endpoint endpoint) {
        handle.createUpdate("DELETE FROM endpoint WHERE id = :identity.id")
                .bindNamedArgumentFinder(RecordArguments.of(endpoint))
                .execute();
    }

    static List<Endpoint> list(Handle handle, ClusterId instanceId) {
        return handle.createQuery(SELECT + "instance_id = :instanceId ORDER BY id")
                .bind("instanceId", instanceId)
                .mapTo(Endpoint.class)
                .list();
    }

    /** Those that drivers connect through, of all instances. */
    static List<Endpoint> available(Handle handle) {
        return handle.createQuery(SELECT + "state = 'AVAILABLE' AND port IS NOT NULL")
                .mapTo(Endpoint.class)
                .list();
    }

    static Optional<Endpoint> find(Handle handle, EndpointId id) {
        return find(handle, id, "");
    }

    /** The endpoint, which nobody else changes until the transaction ends. */
    static Optional<Endpoint> lock(Transaction transaction, EndpointId id) {
        return find(transaction.handle(), id, transaction.forUpdate());
    }

    /** Whether the client's end is that of another endpoint that is available. */
    static boolean isConnectedElsewhere(Handle handle, Endpoint endpoint) {
        return handle.createQuery("""
                        SELECT id FROM endpoint
                        WHERE client_end_id = :clientEnd.clientEndId AND id <> :identity.id AND state = 'AVAILABLE'""")
                .bindNamedArgumentFinder(RecordArguments.of(endpoint))
                .mapTo(String.class)
                .findFirst()
                .isPresent();
    }

    private static Optional<Endpoint> find(Handle handle, EndpointId id, String lock) {
        return handle.createQuery(SELECT + "id = :id" + lock)
                .bind("id", id)
                .mapTo(Endpoint.class)
                .findOne();
    }
}
