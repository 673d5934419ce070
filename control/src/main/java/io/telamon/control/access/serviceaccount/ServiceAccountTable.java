package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.principal.PrincipalTable;
import io.telamon.control.access.principal.Rows;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of service accounts. */
final class ServiceAccountTable {

    static final PrincipalTable<ServiceAccount> ROWS = new PrincipalTable<>(
            "service_account",
            List.of("id", "client_id", "organization_id", "name", "description", "created_at"),
            (row, context) -> read(row));

    private ServiceAccountTable() {}

    /** Whether the account was added; not when its client id is taken or the organization has as many as it may. */
    static boolean insert(Handle handle, ServiceAccount account, int mostInOrganization) {
        return ROWS.insert(
                handle,
                account.organizationId(),
                mostInOrganization,
                account.id(),
                account.clientId(),
                account.organizationId(),
                account.name(),
                account.description(),
                account.createdAt());
    }

    static Optional<ServiceAccount> find(Handle handle, ClientId clientId) {
        return ROWS.find(handle, "client_id", clientId);
    }

    static void update(Handle handle, PrincipalId id, String name, String description) {
        handle.execute("UPDATE service_account SET name = ?, description = ? WHERE id = ?", name, description, id);
    }

    private static ServiceAccount read(ResultSet row) throws SQLException {
        return new ServiceAccount(
                new PrincipalId(row.getString("id")),
                new ClientId(row.getString("client_id")),
                new OrganizationId(row.getString("organization_id")),
                row.getString("name"),
                row.getString("description"),
                Rows.instant(row, "created_at"));
    }
}
