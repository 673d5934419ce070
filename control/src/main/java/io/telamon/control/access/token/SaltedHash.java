package io.telamon.control.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The salted hash of a secret. One round of SHA-256 is enough, as a client secret is random in 240 bits: there is no
 * dictionary to try.
 *
 * @param salt Base64
 * @param hash Base64
 */
record SaltedHash(String salt, String hash) {

    /** Length of a salt in bytes. */
    static final int SALT_BYTES = 16;

    /** The hash of a secret under a salt of its own. */
    static SaltedHash of(String secret, byte[] salt) {
        String encoded = Base64.getEncoder().encodeToString(salt);
        return new SaltedHash(encoded, Base64.getEncoder().encodeToString(digest(encoded, secret)));
    }

    /** Whether this is the hash of the secret. Takes as long whatever the answer. */
    boolean isOf(String secret) {
        return MessageDigest.isEqual(Base64.getDecoder().decode(hash), digest(salt, secret));
    }

    private static byte[] digest(String salt, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SaltedHash[not shown]";
    }
}
