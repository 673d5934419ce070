package io.telamon.gateway.credential;

import java.security.MessageDigest;
import java.util.Objects;

/**
 * What is stored to verify a password without knowing it (RFC 5802, section 3).
 *
 * @param mechanism the mechanism it was derived for
 * @param salt the user's own salt
 * @param iterations how often the hash was applied; drivers refuse fewer than 4096
 * @param storedKey the hash of the client key
 * @param serverKey the key with which the server proves that it knows the user
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record ScramCredential(
        ScramMechanism mechanism, byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {

    /** Keeps copies and refuses keys of the wrong length. */
    public ScramCredential {
        salt = salt.clone();
        storedKey = storedKey.clone();
        serverKey = serverKey.clone();
        if (iterations < 4096) {
            throw new IllegalArgumentException("drivers refuse fewer than 4096 iterations, not " + iterations);
        }
        if (storedKey.length != mechanism.keyLength() || serverKey.length != mechanism.keyLength()) {
            throw new IllegalArgumentException("a key of " + mechanism + " has " + mechanism.keyLength() + " bytes");
        }
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] storedKey() {
        return storedKey.clone();
    }

    @Override
    public byte[] serverKey() {
        return serverKey.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScramCredential that
                && mechanism == that.mechanism
                && iterations == that.iterations
                && MessageDigest.isEqual(salt, that.salt)
                && MessageDigest.isEqual(storedKey, that.storedKey)
                && MessageDigest.isEqual(serverKey, that.serverKey);
    }

    @Override
    public int hashCode() {
        return Objects.hash(mechanism, iterations, storedKey[0], storedKey[1], storedKey[2]);
    }

    @Override
    public String toString() {
        return mechanism + " credential";
    }
}
