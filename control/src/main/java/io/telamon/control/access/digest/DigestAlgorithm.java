package io.telamon.control.access.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash algorithms of HTTP Digest that clients of the API implement (RFC 7616, section 3.2). */
@SuppressWarnings("ImmutableEnumChecker") // the prototype is copied, never fed
public enum DigestAlgorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String token;
    private final MessageDigest prototype;

    DigestAlgorithm(String token) {
        this.token = token;
        try {
            this.prototype = MessageDigest.getInstance(token);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no " + token, e);
        }
    }

    /** The name in the {@code algorithm} parameter of a challenge. */
    public String token() {
        return token;
    }

    /** Copying is a fraction of the cost of looking the algorithm up. */
    MessageDigest newDigest() {
        try {
            return (MessageDigest) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(token + " cannot be copied", e);
        }
    }
}
