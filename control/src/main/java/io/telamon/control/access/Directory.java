package io.telamon.control.access;

import io.telamon.control.api.Caller;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Who there is. On a request's way it answers from memory, names that nobody has included, so that how long it takes
 * tells nothing about them.
 */
final class Directory {

    private static final int MOST_KEPT = 10_000;

    private final Store store;
    private final MasterKey masterKey;
    private final SharedCache<String, Optional<Identity>> byPublicKey;
    private final SharedCache<String, Optional<Identity>> byClientId;

    Directory(Store store, MasterKey masterKey) {
        this.store = store;
        this.masterKey = masterKey;
        this.byPublicKey = store.cache(MOST_KEPT);
        this.byClientId = store.cache(MOST_KEPT);
    }

    Optional<Identity> apiKey(String publicKey) {
        return byPublicKey.get(publicKey, this::loadApiKey).flatMap(Function.identity());
    }

    Optional<Identity> serviceAccount(String clientId) {
        return byClientId.get(clientId, this::loadServiceAccount).flatMap(Function.identity());
    }

    /** Tells that the transaction changes something of the holder, or makes or deletes it. */
    void changes(Transaction transaction, Holder holder) {
        switch (holder.kind()) {
            case API_KEY -> byPublicKey.dropAfter(transaction, holder.name());
            case SERVICE_ACCOUNT -> byClientId.dropAfter(transaction, holder.name());
        }
    }

    /** Tells that the transaction changes something of many. */
    void changesMany(Transaction transaction) {
        byPublicKey.dropAllAfter(transaction);
        byClientId.dropAllAfter(transaction);
    }

    static String purposeOf(String publicKey) {
        return "digest hashes of " + publicKey;
    }

    private Optional<Optional<Identity>> loadApiKey(String publicKey) {
        return Optional.of(store.read(handle -> ApiKeyTable.findByPublicKey(handle, publicKey)
                .map(found -> identity(handle, found.key().holder(), Optional.of(unsealed(found))))));
    }

    private Optional<Optional<Identity>> loadServiceAccount(String clientId) {
        return Optional.of(store.read(handle -> ServiceAccountTable.find(handle, clientId)
                .map(account -> identity(handle, account.holder(), Optional.empty()))));
    }

    private DigestHashes unsealed(ApiKeyTable.Sealed found) {
        return DigestHashes.ofBytes(
                masterKey.open(found.hashes(), purposeOf(found.key().publicKey())));
    }

    private static Identity identity(Handle handle, Holder holder, Optional<DigestHashes> hashes) {
        Caller caller = new Caller(
                holder.kind(),
                holder.id(),
                holder.name(),
                holder.organizationId(),
                Set.copyOf(GrantTable.of(handle, holder.id())));
        return new Identity(holder, caller, AccessListTable.rangesOf(handle, holder.id()), hashes);
    }
}
