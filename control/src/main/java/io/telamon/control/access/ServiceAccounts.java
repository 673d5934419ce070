package io.telamon.control.access;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Violation;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes, finds and deletes service accounts and their secrets. */
final class ServiceAccounts {

    /** Accounts that an organization may have. */
    static final int MOST = 200;

    static final int SALT_BYTES = 16;
    private static final int LEAST_HOURS = 8;

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final PrincipalCache directory;
    private final AccessTokens tokens;
    private final Organizations organizations;
    private final OrganizationOwners owners;
    private final CredentialMaker maker = new CredentialMaker();

    ServiceAccounts(
            ObjectIdGenerator ids,
            Clock clock,
            PrincipalCache directory,
            AccessTokens tokens,
            Organizations organizations,
            OrganizationOwners owners) {
        this.ids = ids;
        this.clock = clock;
        this.directory = directory;
        this.tokens = tokens;
        this.organizations = organizations;
        this.owners = owners;
    }

    /** A secret with its value, which is shown this once. */
    record Created(ClientSecret secret, String value) {

        @Override
        public String toString() {
            return "Created[" + secret + "]";
        }
    }

    /** Makes an account without secrets and roles. */
    ServiceAccount create(Transaction transaction, String organizationId, String name, String description) {
        organizations.lockExclusive(transaction, organizationId);
        ServiceAccount account = ServiceAccount.of(maker.clientId(), organizationId, name, description, now());
        if (!insert(transaction, account)) {
            throw ErrorCode.ATLAS_GENERAL_ERROR.about("An organization has at most " + MOST + " service accounts.");
        }
        return account;
    }

    boolean insert(Transaction transaction, ServiceAccount account) {
        directory.changes(transaction, account.holder());
        return ServiceAccountTable.insert(transaction.handle(), account, MOST);
    }

    /** Makes a random secret that is good for some hours. */
    Created addSecret(Transaction transaction, ServiceAccount account, int hours) {
        requireValidity(account.organizationId(), hours);
        return addSecret(transaction, account, maker.clientSecret(), now().plus(Duration.ofHours(hours)));
    }

    Created addSecret(Transaction transaction, ServiceAccount account, String value, Instant expiresAt) {
        ClientSecret secret = new ClientSecret(ids.next(), ClientSecret.masked(value), now(), expiresAt, null);
        SaltedHash hash = SaltedHash.of(value, maker.bytes(SALT_BYTES));
        if (!SecretTable.insert(transaction.handle(), account.id(), secret, hash)) {
            throw ErrorCode.ATLAS_GENERAL_ERROR.about(
                    "A service account has at most " + ClientSecret.MOST + " secrets. Delete one first.");
        }
        return new Created(secret, value);
    }

    /**
     * Deletes a secret and the tokens that were made with it.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    void deleteSecret(Transaction transaction, ServiceAccount account, String secretId) {
        if (!SecretTable.delete(transaction.handle(), account.id(), secretId)) {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(secretId);
        }
        tokens.deleteOfSecret(transaction, account.id(), secretId);
    }

    /**
     * Deletes an account with its secrets, tokens and roles.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DELETE_LAST_ADMIN},
     *     {@link ErrorCode#RESOURCE_NOT_FOUND}
     */
    void delete(Transaction transaction, ServiceAccount account) {
        owners.requireAnother(transaction, account.holder(), ErrorCode.CANNOT_DELETE_LAST_ADMIN);
        if (!ServiceAccountTable.delete(transaction.handle(), account.id())) {
            throw ErrorCode.RESOURCE_NOT_FOUND.about(account.clientId());
        }
        GrantTable.removeAllOf(transaction.handle(), account.id());
        AccessListTable.deleteAll(transaction.handle(), account.id());
        directory.changes(transaction, account.holder());
        tokens.deleted(transaction);
    }

    private void requireValidity(String organizationId, int hours) {
        int most = organizations.settings(organizationId).longestSecretValidity();
        if (hours < LEAST_HOURS || hours > most) {
            String expected = "must be from " + LEAST_HOURS + " to " + most;
            throw ErrorCode.VALIDATION_ERROR.because(
                    List.of(new Violation("secretExpiresAfterHours", expected)), "secretExpiresAfterHours " + expected);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
