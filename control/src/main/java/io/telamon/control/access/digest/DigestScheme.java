package io.telamon.control.access.digest;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.api.Challenger;
import io.telamon.control.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import javax.crypto.spec.SecretKeySpec;

/** The authentication scheme Digest (RFC 7616): the challenges of one algorithm, and the check of what answers them. */
public final class DigestScheme {

    /** The realm of the API, as recorded: the user names in it are the public halves of API keys. */
    public static final String REALM = "MMS Public API";

    private final DigestAlgorithm algorithm;
    private final Nonces nonces;
    private final NonceUses uses;

    private DigestScheme(DigestAlgorithm algorithm, Nonces nonces, NonceUses uses) {
        this.algorithm = algorithm;
        this.nonces = nonces;
        this.uses = uses;
    }

    /**
     * The scheme of all nodes of a store, under one key; of this process alone where no other one writes to the store.
     *
     * @param nonceLifetime how long a nonce may be used, a second at least
     */
    public static DigestScheme of(
            Store store, Clock clock, MasterKey masterKey, DigestAlgorithm algorithm, Duration nonceLifetime) {
        if (store.isShared()) {
            SecretKeySpec key = masterKey.derive("digest nonces");
            Nonces nonces = new Nonces(key, new SecureRandom()::nextLong, clock, nonceLifetime);
            return new DigestScheme(algorithm, nonces, new NonceUsesInStore(store, clock));
        }
        SecretKeySpec key = new SecretKeySpec(new CredentialMaker().bytes(MasterKey.LENGTH), "HmacSHA256");
        NonceUsesInMemory uses = new NonceUsesInMemory(clock, nonceLifetime);
        return new DigestScheme(algorithm, new Nonces(key, uses, clock, nonceLifetime), uses);
    }

    /** Makes the challenges of 401 answers. */
    public Challenger challenger() {
        return new DigestChallenger(nonces, algorithm);
    }

    /**
     * The check of what clients answer the challenges with.
     *
     * @param <C> what is known of a caller
     */
    public <C> DigestAuthentication<C> authentication(DigestUsers<C> users) {
        return new DigestAuthentication<>(users, nonces, uses, algorithm);
    }
}
