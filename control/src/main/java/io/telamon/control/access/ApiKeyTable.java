package io.telamon.control.access;

import io.telamon.control.api.Page;
import io.telamon.control.api.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of API keys. Lists show the newest first, as recorded. */
final class ApiKeyTable {

    private static final String INSERT = """
            INSERT INTO api_key (id, public_key, organization_id, description,
                                 masked_private_key, sealed_hashes, created_at)
            SELECT ?, ?, ?, ?, ?, ?, ?
            WHERE (SELECT COUNT(*) FROM api_key WHERE organization_id = ?) < ?
            ON CONFLICT (public_key) DO NOTHING""";

    private static final String IN_ORGANIZATION = "FROM api_key WHERE organization_id = ?";

    private static final String IN_PROJECT =
            "FROM api_key WHERE id IN (SELECT holder_id FROM role_grant WHERE scope_id = ?)";

    private ApiKeyTable() {}

    /** Whether the key was added; not when its public half is taken or the organization has as many as it may. */
    static boolean insert(Handle handle, ApiKey key, String sealedHashes, int mostInOrganization) {
        return handle.execute(
                        INSERT,
                        key.id(),
                        key.publicKey(),
                        key.organizationId(),
                        key.description(),
                        key.maskedPrivateKey(),
                        sealedHashes,
                        key.createdAt(),
                        key.organizationId(),
                        mostInOrganization)
                == 1;
    }

    static Optional<ApiKey> find(Handle handle, String organizationId, String id) {
        return handle.select("SELECT * FROM api_key WHERE id = ? AND organization_id = ?", id, organizationId)
                .map((row, context) -> read(row))
                .findOne();
    }

    static Optional<Sealed> findByPublicKey(Handle handle, String publicKey) {
        return handle.select("SELECT * FROM api_key WHERE public_key = ?", publicKey)
                .map((row, context) -> new Sealed(read(row), row.getString("sealed_hashes")))
                .findOne();
    }

    static Page<ApiKey> inOrganization(Handle handle, String organizationId, PageRequest page) {
        return list(handle, IN_ORGANIZATION, organizationId, page);
    }

    static Page<ApiKey> inProject(Handle handle, String projectId, PageRequest page) {
        return list(handle, IN_PROJECT, projectId, page);
    }

    static void describe(Handle handle, String id, String description) {
        handle.execute("UPDATE api_key SET description = ? WHERE id = ?", description, id);
    }

    static boolean delete(Handle handle, String id) {
        return handle.execute("DELETE FROM api_key WHERE id = ?", id) == 1;
    }

    private static Page<ApiKey> list(Handle handle, String from, String scopeId, PageRequest page) {
        String sql = "SELECT * " + from + " ORDER BY id DESC LIMIT ? OFFSET ?";
        return new Page<>(
                handle.select(sql, scopeId, page.itemsPerPage(), page.offset())
                        .map((row, context) -> read(row))
                        .list(),
                handle.select("SELECT COUNT(*) " + from, scopeId)
                        .mapTo(Long.class)
                        .one());
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                row.getString("id"),
                row.getString("public_key"),
                row.getString("organization_id"),
                row.getString("description"),
                row.getString("masked_private_key"),
                Rows.instant(row, "created_at"));
    }

    /** A key with what its private half is checked by, encrypted. */
    record Sealed(ApiKey key, String hashes) {}
}
