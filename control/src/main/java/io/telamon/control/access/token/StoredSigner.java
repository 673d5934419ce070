package io.telamon.control.access.token;

import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signer with the key of a store. A store that has no key gets one from another thread, so that the start does not wait for
 * it, or with the first token. Safe for use by many threads.
 */
final class StoredSigner {

    private static final Logger log = LoggerFactory.getLogger(StoredSigner.class);

    private final Store store;
    private final MasterKey masterKey;
    private final Clock clock;
    private volatile byte @Nullable [] fresh;
    private volatile @Nullable TokenSigner known;

    /**
     * The signer of a store.
     *
     * @throws IllegalStateException when its key was encrypted under another master key
     */
    StoredSigner(Store store, MasterKey masterKey, Clock clock) {
        this.store = store;
        this.masterKey = masterKey;
        this.clock = clock;
        if (find().isEmpty()) {
            Thread.ofPlatform().daemon().name("signing-key").start(this::make);
        }
    }

    /** Keeps the key at once, as the next start tells by it whether it has the right master key. */
    private void make() {
        try {
            fresh = SigningKey.generate();
            store.write(this::in);
        } catch (RuntimeException e) {
            log.debug("the signing key is kept with the first token", e);
        }
    }

    /** The signer, if the store has a key. */
    Optional<TokenSigner> find() {
        TokenSigner signer = known;
        if (signer == null) {
            signer = SigningKey.find(store, masterKey).map(TokenSigner::new).orElse(null);
            known = signer;
        }
        return Optional.ofNullable(signer);
    }

    /** The signer; a store that has no key has one when the transaction is committed. */
    TokenSigner in(Transaction transaction) {
        TokenSigner signer = known;
        if (signer != null) {
            return signer;
        }
        byte[] made = fresh;
        return new TokenSigner(SigningKey.keep(
                transaction.handle(), masterKey, made == null ? SigningKey.generate() : made, clock.instant()));
    }
}
