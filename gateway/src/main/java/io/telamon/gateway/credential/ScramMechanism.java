package io.telamon.gateway.credential;

/** The password mechanisms of RFC 5802 and RFC 7677 that clients may choose from. */
public enum ScramMechanism {
    /** SCRAM with SHA-1 over MongoDB's own digest of name and password. */
    SHA_1("SCRAM-SHA-1", "SHA-1", "HmacSHA1", 16, 20, 10_000),
    /** SCRAM with SHA-256 over the password prepared by SASLprep. */
    SHA_256("SCRAM-SHA-256", "SHA-256", "HmacSHA256", 28, 32, 15_000);

    private final String mechanismName;
    private final String digest;
    private final String hmac;
    private final int saltLength;
    private final int keyLength;
    private final int iterations;

    ScramMechanism(String mechanismName, String digest, String hmac, int saltLength, int keyLength, int iterations) {
        this.mechanismName = mechanismName;
        this.digest = digest;
        this.hmac = hmac;
        this.saltLength = saltLength;
        this.keyLength = keyLength;
        this.iterations = iterations;
    }

    /** The name in the protocol. */
    public String mechanismName() {
        return mechanismName;
    }

    /** The name of its hash in the JDK. */
    public String digest() {
        return digest;
    }

    /** The name of its keyed hash in the JDK. */
    public String hmac() {
        return hmac;
    }

    /** Bytes of a salt. */
    public int saltLength() {
        return saltLength;
    }

    /** Bytes of a stored or server key. */
    public int keyLength() {
        return keyLength;
    }

    /** How often the hash is applied for new credentials. */
    public int iterations() {
        return iterations;
    }
}
