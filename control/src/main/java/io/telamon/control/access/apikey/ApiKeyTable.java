package io.telamon.control.access.apikey;

import io.telamon.control.access.principal.PrincipalTable;
import io.telamon.control.access.principal.Rows;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of API keys. */
final class ApiKeyTable {

    static final PrincipalTable<ApiKey> ROWS = new PrincipalTable<>(
            "api_key",
            List.of(
                    "id",
                    "public_key",
                    "organization_id",
                    "description",
                    "masked_private_key",
                    "sealed_hashes",
                    "created_at"),
            (row, context) -> read(row));

    private ApiKeyTable() {}

    /** Whether the key was added; not when its public half is taken or the organization has as many as it may. */
    static boolean insert(Handle handle, ApiKey key, String sealedHashes, int mostInOrganization) {
        return ROWS.insert(
                handle,
                key.organizationId(),
                mostInOrganization,
                key.id(),
                key.publicKey(),
                key.organizationId(),
                key.description(),
                key.maskedPrivateKey(),
                sealedHashes,
                key.createdAt());
    }

    static Optional<ApiKey> find(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return ROWS.find(handle, "id", id).filter(key -> key.organizationId().equals(organizationId));
    }

    static Optional<Sealed> findByPublicKey(Handle handle, String publicKey) {
        return handle.select("SELECT * FROM api_key WHERE public_key = ?", publicKey)
                .map((row, context) -> new Sealed(read(row), row.getString("sealed_hashes")))
                .findOne();
    }

    static void describe(Handle handle, PrincipalId id, String description) {
        handle.execute("UPDATE api_key SET description = ? WHERE id = ?", description, id);
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(
                new PrincipalId(row.getString("id")),
                row.getString("public_key"),
                new OrganizationId(row.getString("organization_id")),
                row.getString("description"),
                row.getString("masked_private_key"),
                Rows.instant(row, "created_at"));
    }

    /** A key with what its private half is checked by, encrypted. */
    record Sealed(ApiKey key, String hashes) {}
}
