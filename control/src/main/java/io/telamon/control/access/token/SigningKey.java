package io.telamon.control.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.store.Store;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The key that access tokens are signed with: one for all nodes, kept encrypted in the store. */
final class SigningKey {

    private static final String NAME = "access tokens";
    private static final String PURPOSE = "signing key";

    private SigningKey() {}

    /**
     * The store's key; nothing where there is none yet.
     *
     * @throws IllegalStateException when it was encrypted under another master key
     */
    static Optional<ECKey> existing(Store store, MasterKey masterKey) {
        return store.read(SigningKey::find).map(found -> open(found, masterKey));
    }

    /**
     * The store's key, made where there is none. That takes a twentieth of a second in a process that has just begun.
     *
     * @throws IllegalStateException when it was encrypted under another master key
     * @throws io.telamon.control.store.StoreException when the database fails
     */
    static ECKey of(Store store, MasterKey masterKey, Clock clock) {
        return existing(store, masterKey).orElseGet(() -> {
            String made = masterKey.seal(generate(), PURPOSE);
            return open(store.write(transaction -> keep(transaction.handle(), made, clock)), masterKey);
        });
    }

    /** Keeps a key unless another node has been faster, and returns the one that is kept. */
    private static String keep(Handle handle, String sealed, Clock clock) {
        handle.execute(
                "INSERT INTO signing_key (name, sealed, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                NAME,
                sealed,
                clock.instant());
        return find(handle).orElseThrow();
    }

    private static ECKey open(String sealed, MasterKey masterKey) {
        try {
            return ECKey.parse(new String(masterKey.open(sealed, PURPOSE), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("the database holds a signing key that is none", e);
        }
    }

    private static Optional<String> find(Handle handle) {
        return handle.select("SELECT sealed FROM signing_key WHERE name = ?", NAME)
                .mapTo(String.class)
                .findOne();
    }

    private static byte[] generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("no elliptic curves", e);
        }
    }
}
