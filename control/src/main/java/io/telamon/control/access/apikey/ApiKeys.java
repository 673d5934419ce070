package io.telamon.control.access.apikey;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.organization.Organizations;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.Transaction;
import io.telamon.gateway.model.ProjectId;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Makes, finds and deletes API keys. */
public final class ApiKeys {

    /** Keys that an organization may have. */
    static final int MOST = 500;

    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final ApiKeyHashes hashes;
    private final PrincipalChanges principals;
    private final Organizations organizations;
    private final Memberships memberships;
    private final CredentialMaker maker = new CredentialMaker();

    /** The keys of these organizations. */
    public ApiKeys(
            ObjectIdGenerator ids,
            Clock clock,
            ApiKeyHashes hashes,
            PrincipalChanges principals,
            Organizations organizations,
            Memberships memberships) {
        this.ids = ids;
        this.clock = clock;
        this.hashes = hashes;
        this.principals = principals;
        this.organizations = organizations;
        this.memberships = memberships;
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
    Created create(Transaction transaction, OrganizationId organizationId, String description) {
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

    /**
     * Adds a key of given halves with roles in its organization, as the first start of an installation does, unless its
     * public half is there.
     *
     * @return whether it was added
     */
    public boolean bootstrap(
            Transaction transaction,
            OrganizationId organizationId,
            String publicKey,
            String privateKey,
            List<Role> roles) {
        ApiKey key = key(organizationId, "Made on the first start", publicKey, privateKey);
        boolean added = insert(transaction, key, privateKey);
        if (added) {
            memberships.add(transaction, key.principal(), ScopeId.of(organizationId), roles);
        }
        return added;
    }

    private ApiKey key(OrganizationId organizationId, String description, String publicKey, String privateKey) {
        return new ApiKey(
                new PrincipalId(ids.next()),
                publicKey,
                organizationId,
                description,
                ApiKey.masked(privateKey),
                clock.instant());
    }

    private boolean insert(Transaction transaction, ApiKey key, String privateKey) {
        principals.changed(transaction, key.principal());
        return ApiKeyTable.insert(transaction.handle(), key, hashes.seal(key, privateKey), MOST);
    }

    /**
     * The key of an organization.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#API_KEY_NOT_FOUND}
     */
    static ApiKey require(Handle handle, OrganizationId organizationId, PrincipalId id) {
        return ApiKeyTable.find(handle, organizationId, id).orElseThrow(() -> ErrorCode.API_KEY_NOT_FOUND.about(id));
    }

    /** Whether the key has a role in the project. */
    static boolean isInProject(Handle handle, ApiKey key, ProjectId projectId) {
        return GrantTable.holdsAnyIn(handle, key.id(), ScopeId.of(projectId));
    }

    /**
     * Deletes a key with its roles and its access list.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_DELETE_LAST_ADMIN},
     *     {@link ErrorCode#API_KEY_NOT_FOUND}
     */
    void delete(Transaction transaction, ApiKey key) {
        memberships.requireAnotherOwner(transaction, key.principal(), ErrorCode.CANNOT_DELETE_LAST_ADMIN);
        if (!ApiKeyTable.ROWS.delete(transaction.handle(), key.id())) {
            throw ErrorCode.API_KEY_NOT_FOUND.about(key.id());
        }
        principals.changed(transaction, key.principal());
    }

    /** Deletes all keys of an organization with their roles and their access lists. */
    public void deleteAllIn(Transaction transaction, OrganizationId organizationId) {
        ApiKeyTable.ROWS.deleteAllIn(transaction.handle(), organizationId);
        principals.changedMany(transaction);
    }
}
