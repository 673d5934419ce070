package io.telamon.control.access.token;

import io.telamon.control.model.ClientId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.SecretId;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The SQL of access tokens: those that are there are good, so that nothing lost or rolled back lets anybody in. */
final class TokenTable {

    private TokenTable() {}

    static void insert(Handle handle, String id, ClientAuthentication.Client client, Instant expiresAt) {
        handle.execute(
                "INSERT INTO access_token (id, account_id, secret_id, expires_at) VALUES (?, ?, ?, ?)",
                id,
                client.accountId(),
                client.secretId(),
                expiresAt);
    }

    /** The client id of the account that the token was made for. */
    static Optional<ClientId> clientOf(Handle handle, String id) {
        return handle.select(
                        "SELECT a.client_id FROM access_token t JOIN service_account a ON a.id = t.account_id"
                                + " WHERE t.id = ?",
                        id)
                .mapTo(ClientId.class)
                .findOne();
    }

    static void delete(Handle handle, String id) {
        handle.execute("DELETE FROM access_token WHERE id = ?", id);
    }

    /** Deletes the tokens made with a secret, and those of its account of which nobody noted the secret. */
    static void deleteOfSecret(Handle handle, PrincipalId accountId, SecretId secretId) {
        handle.execute(
                "DELETE FROM access_token WHERE account_id = ? AND (secret_id = ? OR secret_id IS NULL)",
                accountId,
                secretId);
    }

    static void deleteExpired(Handle handle, Instant now) {
        handle.execute("DELETE FROM access_token WHERE expires_at <= ?", now);
    }
}
