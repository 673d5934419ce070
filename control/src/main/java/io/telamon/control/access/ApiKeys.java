package io.telamon.control.access;

import io.telamon.control.api.ErrorCode;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** Makes, finds and deletes API keys. */
final class ApiKeys {

    /** Keys that an organization may have. */
    static final int MOST = 500;

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final MasterKey masterKey;
    private final PrincipalCache directory;
    private final Organizations organizations;
    private final OrganizationOwners owners;
    private final CredentialMaker maker = new CredentialMaker();

    ApiKeys(
            ObjectIdGenerator ids,
            Clock clock,
            MasterKey masterKey,
            PrincipalCache directory,
            Organizations organizations,
            OrganizationOwners owners) {
        this.ids = ids;
        this.clock = clock;
        this.masterKey = masterKey;
        this.directory = directory;
        this.organizations = organizations;
        this.owners = owners;
    }

    /** A key with its private half, which is shown this once. */
    record Created(ApiKey key, String privateKey) {

        @Override
        public String toString() {
            return "Created[" + key + "]";
        }
    }

    /**
     * Makes a key of random halves.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#MAX_API_KEYS_PER_ORG_EXCEEDED}
     */
    Created create(Transaction transaction, String organizationId, String description) {
        organizations.lockExclusive(transaction, organizationId);
        while (true) {
            String publicKey = maker.publicKey();
            String privateKey = maker.privateKey();
            ApiKey key = key(organizationId, description, publicKey, privateKey);
            if (insert(transaction, key, privateKey)) {
                return new Created(key, privateKey);
            }
            if (ApiKeyTable.findByPublicKey(transaction.handle(), publicKey).isEmpty()) {
                throw ErrorCode.MAX_API_KEYS_PER_ORG_EXCEEDED.about(organizationId, MOST);
            }
        }
    }

    ApiKey key(String organizationId, String description, String publicKey, String privateKey) {
        return new ApiKey(
                ids.next(), publicKey, organizationId, description, ApiKey.masked(privateKey), clock.instant());
    }

    boolean insert(Transaction transaction, ApiKey key, String privateKey) {
        byte[] hashes = DigestHashes.of(key.publicKey(), DigestChallenger.REALM, privateKey)
                .bytes();
        String sealed = masterKey.seal(hashes, PrincipalCache.purposeOf(key.publicKey()));
        directory.changes(transaction, key.holder());
        return ApiKeyTable.insert(transaction.handle(), key, sealed, MOST);
    }

    /**
     * The key of an organization.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#API_KEY_NOT_FOUND}
     */
    static ApiKey require(Handle handle, String organizationId, String id) {
        return ApiKeyTable.find(handle, organizationId, id).orElseThrow(() -> ErrorCode.API_KEY_NOT_FOUND.about(id));
    }

    /**
     * The key of an organization, if it has a role in the project.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#API_KEY_NOT_FOUND}
     */
    static ApiKey requireInProject(Handle handle, String organizationId, String projectId, String id) {
        ApiKey key = require(handle, organizationId, id);
        if (!GrantTable.holdsAnyIn(handle, id, projectId)) {
            throw ErrorCode.API_KEY_NOT_FOUND.about(id);
        }
        return key;
    }

    /**
     * Deletes a key with its roles.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DELETE_LAST_ADMIN},
     *     {@link ErrorCode#API_KEY_NOT_FOUND}
     */
    void delete(Transaction transaction, ApiKey key) {
        owners.requireAnother(transaction, key.holder(), ErrorCode.CANNOT_DELETE_LAST_ADMIN);
        if (!ApiKeyTable.delete(transaction.handle(), key.id())) {
            throw ErrorCode.API_KEY_NOT_FOUND.about(key.id());
        }
        GrantTable.removeAllOf(transaction.handle(), key.id());
        AccessListTable.deleteAll(transaction.handle(), key.id());
        directory.changes(transaction, key.holder());
    }
}
