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
     * The store's key, made where there is none.
     *
     * @throws IllegalStateException when it was encrypted under another master key
     */
    static ECKey of(Store store, MasterKey masterKey, Clock clock) {
        String sealed = store.read(SigningKey::find)
                .orElseGet(() -> store.write(transaction -> {
                    transaction
                            .handle()
                            .execute(
                                    "INSERT INTO signing_key (name, sealed, created_at) VALUES (?, ?, ?)"
                                            + " ON CONFLICT DO NOTHING",
                                    NAME,
                                    masterKey.seal(generate(), PURPOSE),
                                    clock.instant());
                    return find(transaction.handle()).orElseThrow();
                }));
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
