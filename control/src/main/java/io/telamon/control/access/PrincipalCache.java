package io.telamon.control.access;

import io.telamon.control.api.Caller;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The API keys and service accounts that there are, kept in memory where no other process writes to the store.
 *
 * <p>Whoever does not prove that the private half of an API key is known costs the same work whether the key exists or
 * not: one read by its public half, and one decryption. So the time of a response does not tell which keys exist.
 */
final class PrincipalCache {

    private static final int MOST_KEPT = 10_000;
    private static final String NOBODY = "digest hashes of nobody";

    private final Store store;
    private final MasterKey masterKey;
    private final DigestHashes nobodys;
    private final String nobodysSealed;
    private final SharedCache<String, AuthenticatedCaller> byPublicKey;
    private final SharedCache<String, Optional<AuthenticatedCaller>> byClientId;

    PrincipalCache(Store store, MasterKey masterKey) {
        this.store = store;
        this.masterKey = masterKey;
        this.nobodys = DigestHashes.ofBytes(new CredentialMaker().bytes(DigestHashes.length()));
        this.nobodysSealed = masterKey.seal(nobodys.bytes(), NOBODY);
        this.byPublicKey = store.cache(MOST_KEPT);
        this.byClientId = store.cache(MOST_KEPT);
    }

    /**
     * The API key of a public half, if the caller has proved to know its private half.
     *
     * @param proves whether these hashes of a private half give what the caller sent; it is also asked about hashes that
     *     no key has
     */
    Optional<AuthenticatedCaller> apiKey(String publicKey, Predicate<DigestHashes> proves) {
        Optional<AuthenticatedCaller> kept = byPublicKey.kept(publicKey);
        boolean proven = proves.test(kept.flatMap(AuthenticatedCaller::digest).orElse(nobodys));
        return proven && kept.isPresent() ? kept : readApiKey(publicKey, proves);
    }

    Optional<AuthenticatedCaller> serviceAccount(String clientId) {
        return byClientId.get(clientId, this::loadServiceAccount).flatMap(Function.identity());
    }

    /** Tells that the transaction changes something of the holder, or makes or deletes it. */
    void changes(Transaction transaction, ApiActor holder) {
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

    private Optional<AuthenticatedCaller> readApiKey(String publicKey, Predicate<DigestHashes> proves) {
        Optional<AuthenticatedCaller> read = store.read(handle -> {
            Optional<ApiKeyTable.Sealed> found = ApiKeyTable.findByPublicKey(handle, publicKey);
            DigestHashes hashes = found.map(this::unsealed).orElseGet(this::unsealedOfNobody);
            boolean proven = proves.test(hashes);
            return found.filter(key -> proven)
                    .map(key -> identity(handle, key.key().holder(), Optional.of(hashes)));
        });
        return read.isPresent() && byPublicKey.keeps() ? keep(publicKey, proves) : read;
    }

    /** Reads once more while the cache knows of it, so that no change in between is missed; the key may have gone or changed. */
    private Optional<AuthenticatedCaller> keep(String publicKey, Predicate<DigestHashes> proves) {
        return byPublicKey
                .get(publicKey, this::loadApiKey)
                .filter(identity -> identity.digest().filter(proves).isPresent());
    }

    private Optional<AuthenticatedCaller> loadApiKey(String publicKey) {
        return store.read(handle -> ApiKeyTable.findByPublicKey(handle, publicKey)
                .map(found -> identity(handle, found.key().holder(), Optional.of(unsealed(found)))));
    }

    private Optional<Optional<AuthenticatedCaller>> loadServiceAccount(String clientId) {
        return Optional.of(store.read(handle -> ServiceAccountTable.find(handle, clientId)
                .map(account -> identity(handle, account.holder(), Optional.empty()))));
    }

    private DigestHashes unsealed(ApiKeyTable.Sealed found) {
        return DigestHashes.ofBytes(
                masterKey.open(found.hashes(), purposeOf(found.key().publicKey())));
    }

    private DigestHashes unsealedOfNobody() {
        return DigestHashes.ofBytes(masterKey.open(nobodysSealed, NOBODY));
    }

    private static AuthenticatedCaller identity(Handle handle, ApiActor holder, Optional<DigestHashes> hashes) {
        Caller caller = new Caller(
                holder.kind(),
                holder.id(),
                holder.name(),
                holder.organizationId(),
                Set.copyOf(GrantTable.of(handle, holder.id())));
        return new AuthenticatedCaller(holder, caller, AccessListTable.rangesOf(handle, holder.id()), hashes);
    }
}
