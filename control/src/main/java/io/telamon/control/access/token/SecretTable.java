package io.telamon.control.access.token;

import io.telamon.control.access.principal.Rows;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.SecretId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The SQL of service accounts' secrets. An account has as many slots as it may have secrets. */
final class SecretTable {

    private static final String INSERT = """
            INSERT INTO service_account_secret (id, account_id, slot, salt, hash, masked, created_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (account_id, slot) DO NOTHING""";

    private SecretTable() {}

    /** Whether the secret was added; not when the account has as many as it may. */
    static boolean insert(Handle handle, PrincipalId accountId, ClientSecret secret, SaltedHash hash) {
        boolean added = false;
        for (int slot = 1; slot <= ClientSecret.MOST && !added; slot++) {
            added = handle.execute(
                            INSERT,
                            secret.id(),
                            accountId,
                            slot,
                            hash.salt(),
                            hash.hash(),
                            secret.masked(),
                            secret.createdAt(),
                            secret.expiresAt())
                    == 1;
        }
        return added;
    }

    /** The secrets of accounts, each account's oldest first. */
    static Map<PrincipalId, List<ClientSecret>> of(Handle handle, List<PrincipalId> accountIds) {
        if (accountIds.isEmpty()) {
            return Map.of();
        }
        return handle
                .createQuery("SELECT * FROM service_account_secret WHERE account_id IN (<ids>) ORDER BY created_at, id")
                .bindList("ids", accountIds)
                .map((row, context) -> Map.entry(new PrincipalId(row.getString("account_id")), read(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What an account's secrets that have not expired are checked by. */
    static List<Candidate> candidates(Handle handle, ClientId clientId, Instant now) {
        return handle.select(
                        "SELECT s.id, s.account_id, s.salt, s.hash FROM service_account_secret s"
                                + " JOIN service_account a ON a.id = s.account_id"
                                + " WHERE a.client_id = ? AND s.expires_at > ? ORDER BY s.slot",
                        clientId,
                        now)
                .map((row, context) -> new Candidate(
                        new SecretId(row.getString("id")),
                        new PrincipalId(row.getString("account_id")),
                        new SaltedHash(row.getString("salt"), row.getString("hash"))))
                .list();
    }

    /** Whether the secret is still there. */
    static boolean used(Handle handle, SecretId id, Instant now) {
        return handle.execute("UPDATE service_account_secret SET last_used_at = ? WHERE id = ?", now, id) == 1;
    }

    static boolean delete(Handle handle, PrincipalId accountId, SecretId id) {
        return handle.execute("DELETE FROM service_account_secret WHERE id = ? AND account_id = ?", id, accountId) == 1;
    }

    private static ClientSecret read(ResultSet row) throws SQLException {
        return new ClientSecret(
                new SecretId(row.getString("id")),
                row.getString("masked"),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "expires_at"),
                Rows.instantOrNull(row, "last_used_at"));
    }

    /** A secret that a client may know. */
    record Candidate(SecretId secretId, PrincipalId accountId, SaltedHash hash) {}
}
