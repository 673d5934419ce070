package io.telamon.control.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.store.Store;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
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
    static Optional<ECKey> find(Store store, MasterKey masterKey) {
        return store.read(SigningKey::sealed).map(found -> open(found, masterKey));
    }

    /**
     * Keeps a key for the store, unless it has one, and returns the one that it has.
     *
     * @param fresh made by {@link #generate}
     * @throws IllegalStateException when the store's key was encrypted under another master key
     */
    static ECKey keep(Handle handle, MasterKey masterKey, byte[] fresh, Instant now) {
        String found = sealed(handle).orElseGet(() -> {
            handle.execute(
                    "INSERT INTO signing_key (name, sealed, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    NAME,
                    masterKey.seal(fresh, PURPOSE),
                    now);
            return sealed(handle).orElseThrow();
        });
        return open(found, masterKey);
    }

    private static ECKey open(String sealed, MasterKey masterKey) {
        try {
            return ECKey.parse(new String(masterKey.open(sealed, PURPOSE), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("the database holds a signing key that is none", e);
        }
    }

    private static Optional<String> sealed(Handle handle) {
        return handle.select("SELECT sealed FROM signing_key WHERE name = ?", NAME)
                .mapTo(String.class)
                .findOne();
    }

    /** A new key as JSON. That takes a twentieth of a second in a process that has just begun. */
    static byte[] generate() {
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
