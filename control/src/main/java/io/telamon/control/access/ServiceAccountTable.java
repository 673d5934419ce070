package io.telamon.control.access;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of service accounts. Lists show the newest id first. */
final class ServiceAccountTable {

    private static final String INSERT = """
            INSERT INTO service_account (id, client_id, organization_id, name, description, created_at)
            SELECT ?, ?, ?, ?, ?, ?
            WHERE (SELECT COUNT(*) FROM service_account WHERE organization_id = ?) < ?
            ON CONFLICT DO NOTHING""";

    private static final String IN_ORGANIZATION = "FROM service_account WHERE organization_id = ?";

    private static final String IN_PROJECT =
            "FROM service_account WHERE id IN (SELECT holder_id FROM role_grant WHERE scope_id = ?)";

    private ServiceAccountTable() {}

    /** Whether the account was added; not when its client id is taken or the organization has as many as it may. */
    static boolean insert(Handle handle, ServiceAccount account, int mostInOrganization) {
        return handle.execute(
                        INSERT,
                        account.id(),
                        account.clientId(),
                        account.organizationId(),
                        account.name(),
                        account.description(),
                        account.createdAt(),
                        account.organizationId(),
                        mostInOrganization)
                == 1;
    }

    static Optional<ServiceAccount> find(Handle handle, String clientId) {
        return handle.select("SELECT * FROM service_account WHERE client_id = ?", clientId)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Page<ServiceAccount> inOrganization(Handle handle, String organizationId, PageRequest page) {
        return list(handle, IN_ORGANIZATION, organizationId, page);
    }

    static Page<ServiceAccount> inProject(Handle handle, String projectId, PageRequest page) {
        return list(handle, IN_PROJECT, projectId, page);
    }

    static void update(Handle handle, String id, String name, String description) {
        handle.execute("UPDATE service_account SET name = ?, description = ? WHERE id = ?", name, description, id);
    }

    static boolean delete(Handle handle, String id) {
        return handle.execute("DELETE FROM service_account WHERE id = ?", id) == 1;
    }

    private static Page<ServiceAccount> list(Handle handle, String from, String scopeId, PageRequest page) {
        String sql = "SELECT * " + from + " ORDER BY id DESC LIMIT ? OFFSET ?";
        return new Page<>(
                handle.select(sql, scopeId, page.itemsPerPage(), page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                handle.select("SELECT COUNT(*) " + from, scopeId)
                        .mapTo(Long.class)
                        .one());
    }

    private static ServiceAccount read(ResultSet row) throws SQLException {
        return new ServiceAccount(
                row.getString("id"),
                row.getString("client_id"),
                row.getString("organization_id"),
                row.getString("name"),
                row.getString("description"),
                Rows.instant(row, "created_at"));
    }
}
