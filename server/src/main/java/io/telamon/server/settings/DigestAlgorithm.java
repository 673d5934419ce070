package io.telamon.server.settings;

/** The hash of HTTP Digest, one of those that RFC 7616 registers. */
public enum DigestAlgorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String publicName;

    DigestAlgorithm(String publicName) {
        this.publicName = publicName;
    }

    /** Its name in the {@code algorithm} parameter of a challenge. */
    public String publicName() {
        return publicName;
    }
}
