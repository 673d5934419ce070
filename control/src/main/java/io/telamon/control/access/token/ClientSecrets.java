package io.telamon.control.access.token;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.SecretId;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The client secrets of service accounts (RFC 6749, section 2.3.1): an account has at most two at a time. */
public final class ClientSecrets {

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final AccessTokens tokens;
    private final CredentialMaker maker = new CredentialMaker();

    /** Secrets that these tokens are made with. */
    public ClientSecrets(ObjectIdGenerator ids, Clock clock, AccessTokens tokens) {
        this.ids = ids;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * A secret with its value.
     *
     * @param value what the client authenticates with, shown this once
     */
    public record Created(ClientSecret secret, String value) {

        /** Without the value. */
        @Override
        public String toString() {
            return "Created[" + secret + "]";
        }
    }

    /**
     * Makes a random secret.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR} when the account has two
     */
    public Created create(Transaction transaction, PrincipalId accountId, Instant expiresAt) {
        return add(transaction, accountId, maker.clientSecret(), expiresAt);
    }

    /**
     * Adds a secret of a given value.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#ATLAS_GENERAL_ERROR} when the account has two
     */
    public Created add(Transaction transaction, PrincipalId accountId, String value, Instant expiresAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ClientSecret secret =
                new ClientSecret(new SecretId(ids.next()), ClientSecret.masked(value), now, expiresAt, null);
        SaltedHash hash = SaltedHash.of(value, maker.bytes(SaltedHash.SALT_BYTES));
        if (!SecretTable.insert(transaction.handle(), accountId, secret, hash)) {
            throw ErrorCode.ATLAS_GENERAL_ERROR.about(
                    "A service account has at most " + ClientSecret.MOST + " secrets. Delete one first.");
        }
        return new Created(secret, value);
    }

    /** The secrets of accounts by the accounts' ids, each account's oldest first; no entry for an account without. */
    public static Map<PrincipalId, List<ClientSecret>> of(Handle handle, List<PrincipalId> accountIds) {
        return SecretTable.of(handle, accountIds);
    }

    /**
     * Deletes a secret and the tokens that were made with it.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    public void delete(Transaction transaction, PrincipalId accountId, SecretId secretId) {
        if (!SecretTable.delete(transaction.handle(), accountId, secretId)) {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(secretId);
        }
        tokens.deleteOfSecret(transaction, accountId, secretId);
    }

    /** Tells that the transaction deletes accounts, with which the store deletes their secrets and tokens. */
    public void accountsDeleted(Transaction transaction) {
        tokens.deleted(transaction);
    }
}
