package io.telamon.control.access.token;

import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.store.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signer with the key of a store. A store that has no key gets one while the server starts, which does not wait for it.
 * Safe for use by many threads.
 */
final class StoredSigner {

    private static final Logger log = LoggerFactory.getLogger(StoredSigner.class);

    private final Supplier<TokenSigner> make;
    private volatile @Nullable TokenSigner made;

    private StoredSigner(Supplier<TokenSigner> make, @Nullable TokenSigner made) {
        this.make = make;
        this.made = made;
    }

    /**
     * The signer of a store.
     *
     * @throws IllegalStateException when its key was encrypted under another master key
     */
    static StoredSigner of(Store store, MasterKey masterKey, Clock clock) {
        Optional<TokenSigner> existing = SigningKey.existing(store, masterKey).map(TokenSigner::new);
        StoredSigner signer =
                new StoredSigner(() -> new TokenSigner(SigningKey.of(store, masterKey, clock)), existing.orElse(null));
        if (existing.isEmpty()) {
            Thread.ofPlatform().name("signing-key").daemon().start(signer::prepare);
        }
        return signer;
    }

    /**
     * The signer; the first calls may wait for a key.
     *
     * @throws io.telamon.control.store.StoreException when a new key cannot be written
     */
    TokenSigner get() {
        TokenSigner known = made;
        return known == null ? makeOnce() : known;
    }

    private synchronized TokenSigner makeOnce() {
        TokenSigner known = made;
        if (known == null) {
            known = make.get();
            made = known;
        }
        return known;
    }

    private void prepare() {
        try {
            get();
        } catch (RuntimeException e) {
            log.debug("the signing key is made when it is needed", e);
        }
    }
}
