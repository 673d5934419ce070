package io.telamon.control.access;

import io.telamon.control.access.apikey.ApiKeyHashes;
import io.telamon.control.access.digest.DigestHashes;
import io.telamon.control.access.digest.DigestUsers;
import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.list.AccessListTable;
import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.access.serviceaccount.ServiceAccounts;
import io.telamon.control.api.Caller;
import io.telamon.control.model.ClientId;
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
final class PrincipalCache implements PrincipalChanges, DigestUsers<AuthenticatedCaller> {

    private static final int MOST_KEPT = 10_000;

    private final Store store;
    private final ApiKeyHashes hashes;
    private final SharedCache<String, AuthenticatedCaller> byPublicKey;
    private final SharedCache<ClientId, Optional<AuthenticatedCaller>> byClientId;

    PrincipalCache(Store store, ApiKeyHashes hashes) {
        this.store = store;
        this.hashes = hashes;
        this.byPublicKey = store.cache(MOST_KEPT);
        this.byClientId = store.cache(MOST_KEPT);
    }

    /** The API key of a public half, if the caller proved to know its private half. */
    @Override
    public Optional<AuthenticatedCaller> find(String publicKey, Predicate<DigestHashes> proves) {
        Optional<AuthenticatedCaller> kept = byPublicKey.kept(publicKey);
        boolean proven = proves.test(kept.flatMap(AuthenticatedCaller::digest).orElse(hashes.ofNobody()));
        return proven && kept.isPresent() ? kept : readApiKey(publicKey, proves);
    }

    Optional<AuthenticatedCaller> serviceAccount(ClientId clientId) {
        return byClientId.get(clientId, this::loadServiceAccount).flatMap(Function.identity());
    }

    @Override
    public void changed(Transaction transaction, ApiPrincipal principal) {
        switch (principal.kind()) {
            case API_KEY -> byPublicKey.dropAfter(transaction, principal.name());
            case SERVICE_ACCOUNT -> byClientId.dropAfter(transaction, new ClientId(principal.name()));
            case PERSON -> {}
        }
    }

    @Override
    public void changedMany(Transaction transaction) {
        byPublicKey.dropAllAfter(transaction);
        byClientId.dropAllAfter(transaction);
    }

    private Optional<AuthenticatedCaller> readApiKey(String publicKey, Predicate<DigestHashes> proves) {
        Optional<AuthenticatedCaller> read = store.read(handle -> {
            ApiKeyHashes.Found found = hashes.find(handle, publicKey);
            boolean proven = proves.test(found.hashes());
            return found.key().filter(key -> proven).map(key -> caller(handle, key, Optional.of(found.hashes())));
        });
        return read.isPresent() && byPublicKey.keeps() ? keep(publicKey, proves) : read;
    }

    /** Reads once more while the cache knows of it, so that no change in between is missed; the key may have gone or changed. */
    private Optional<AuthenticatedCaller> keep(String publicKey, Predicate<DigestHashes> proves) {
        return byPublicKey
                .get(publicKey, this::loadApiKey)
                .filter(caller -> caller.digest().filter(proves).isPresent());
    }

    private Optional<AuthenticatedCaller> loadApiKey(String publicKey) {
        return store.read(handle -> {
            ApiKeyHashes.Found found = hashes.find(handle, publicKey);
            return found.key().map(key -> caller(handle, key, Optional.of(found.hashes())));
        });
    }

    private Optional<Optional<AuthenticatedCaller>> loadServiceAccount(ClientId clientId) {
        return Optional.of(store.read(handle ->
                ServiceAccounts.find(handle, clientId).map(account -> caller(handle, account, Optional.empty()))));
    }

    private static AuthenticatedCaller caller(Handle handle, ApiPrincipal principal, Optional<DigestHashes> hashes) {
        Caller caller = new Caller(
                principal.kind(),
                principal.id().value(),
                principal.name(),
                principal.organizationId(),
                Set.copyOf(GrantTable.of(handle, principal.id())));
        return new AuthenticatedCaller(principal, caller, AccessListTable.rangesOf(handle, principal.id()), hashes);
    }
}
