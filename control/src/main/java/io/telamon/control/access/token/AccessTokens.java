package io.telamon.control.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTClaimsSet;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.SecretId;
import io.telamon.control.store.ObjectIdGenerator;
import io.telamon.control.store.SharedCache;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;

/**
 * Access tokens of service accounts. A token is good while its signature is ours, its time has not passed, and the store
 * has it. Signatures are checked once and remembered; the store is asked each time, from memory where no other process
 * writes to it.
 */
public final class AccessTokens {

    static final String ISSUER = "telamon";

    private static final int MOST_KEPT = 20_000;

    private final Store store;
    private final ObjectIdGenerator ids;
    private final Clock clock;
    private final Duration lifetime;
    private final StoredSigner signer;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final SharedCache<String, ClientId> clients;

    /**
     * The tokens of a store, signed with its signing key.
     *
     * @param lifetime how long a token is good, a second at least
     * @throws IllegalStateException when the signing key was encrypted under another master key
     */
    public AccessTokens(Store store, ObjectIdGenerator ids, Clock clock, MasterKey masterKey, Duration lifetime) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        this.lifetime = lifetime;
        this.signer = new StoredSigner(store, masterKey, clock);
        this.clients = store.cache(MOST_KEPT);
    }

    /** What a token says, its signature being right. */
    private record Verified(String id, ClientId clientId, long expiresAtMillis) {}

    /** Makes a token for a client, good when the transaction is durable. */
    String issue(Transaction transaction, ClientAuthentication.Client client) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime);
        String id = ids.next();
        TokenTable.deleteExpired(transaction.handle(), now);
        TokenTable.insert(transaction.handle(), id, client, expiresAt);
        return signer.in(transaction)
                .sign(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(client.clientId().value())
                        .jwtID(id)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(expiresAt))
                        .build());
    }

    /** The client id of the token's account; nothing when the token is not good. */
    public Optional<ClientId> clientOf(String token) {
        return verify(token)
                .filter(claims -> clients.get(claims.id, this::loadClient)
                        .filter(claims.clientId::equals)
                        .isPresent())
                .map(Verified::clientId);
    }

    /** Makes a token of an account good for nothing, as soon as the transaction is durable. */
    void revoke(Transaction transaction, String token) {
        verify(token).ifPresent(claims -> {
            TokenTable.delete(transaction.handle(), claims.id);
            clients.dropAfter(transaction, claims.id);
        });
    }

    /** Deletes the tokens that were made with a secret, which the transaction has deleted. */
    void deleteOfSecret(Transaction transaction, PrincipalId accountId, SecretId secretId) {
        TokenTable.deleteOfSecret(transaction.handle(), accountId, secretId);
        deleted(transaction);
    }

    /** Tells that the transaction deletes tokens, as those of an account that it deletes. */
    void deleted(Transaction transaction) {
        clients.dropAllAfter(transaction);
    }

    Duration lifetime() {
        return lifetime;
    }

    private Optional<Verified> verify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            known = signer.find()
                    .flatMap(found -> found.verify(token))
                    .map(AccessTokens::claims)
                    .orElse(null);
            if (known == null) {
                return Optional.empty();
            }
            verified.put(token, known);
        }
        return clock.millis() < known.expiresAtMillis ? Optional.of(known) : Optional.empty();
    }

    private static Verified claims(JWTClaimsSet claims) {
        return new Verified(
                claims.getJWTID(),
                new ClientId(claims.getSubject()),
                claims.getExpirationTime().toInstant().toEpochMilli());
    }

    private Optional<ClientId> loadClient(String id) {
        return store.read(handle -> TokenTable.clientOf(handle, id));
    }
}
