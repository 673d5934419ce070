package io.telamon.control.access.apikey;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.access.crypto.MasterKey;
import io.telamon.control.access.digest.DigestHashes;
import io.telamon.control.access.principal.ApiPrincipal;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The hashes that the private halves of API keys are checked by. The store keeps them encrypted under the master key. */
public final class ApiKeyHashes {

    private static final String NOBODY = "digest hashes of nobody";

    private final MasterKey masterKey;
    private final DigestHashes nobodys;
    private final String nobodysSealed;

    /** The hashes under a master key. */
    public ApiKeyHashes(MasterKey masterKey) {
        this.masterKey = masterKey;
        this.nobodys = DigestHashes.ofBytes(new CredentialMaker().bytes(DigestHashes.length()));
        this.nobodysSealed = masterKey.seal(nobodys.bytes(), NOBODY);
    }

    /**
     * The hashes of the key that a public half names.
     *
     * @param key nothing when there is no such key
     * @param hashes those of nobody when there is no such key
     */
    public record Found(Optional<ApiPrincipal> key, DigestHashes hashes) {}

    /**
     * Finds the hashes of a key by its public half. It costs one read and one decryption whether the key exists or not.
     *
     * @throws IllegalStateException when they were encrypted under another master key
     */
    public Found find(Handle handle, String publicKey) {
        return ApiKeyTable.findByPublicKey(handle, publicKey)
                .map(found ->
                        new Found(Optional.of(found.key().principal()), open(found.hashes(), purposeOf(publicKey))))
                .orElseGet(() -> new Found(Optional.empty(), open(nobodysSealed, NOBODY)));
    }

    /** Hashes that no key has. */
    public DigestHashes ofNobody() {
        return nobodys;
    }

    String seal(ApiKey key, String privateKey) {
        byte[] hashes = DigestHashes.of(key.publicKey(), privateKey).bytes();
        return masterKey.seal(hashes, purposeOf(key.publicKey()));
    }

    private DigestHashes open(String sealed, String purpose) {
        return DigestHashes.ofBytes(masterKey.open(sealed, purpose));
    }

    private static String purposeOf(String publicKey) {
        return "digest hashes of " + publicKey;
    }
}
