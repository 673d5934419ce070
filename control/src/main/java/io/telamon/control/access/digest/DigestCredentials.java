package io.telamon.control.access.digest;

import java.util.Map;
import java.util.Optional;

/**
 * The {@code Authorization} header of HTTP Digest (RFC 7616, section 3.4).
 *
 * @param algorithm as sent; MD5 when it was not
 * @param nonceCount 8 hexadecimal digits
 */
record DigestCredentials(
        String userName,
        String realm,
        String nonce,
        String uri,
        String response,
        String algorithm,
        String qop,
        String nonceCount,
        String clientNonce) {

    private static final int COUNT_DIGITS = 8;

    /** Reads what follows the scheme; nothing when a parameter is missing, given twice, or not of its form. */
    static Optional<DigestCredentials> parse(String parameters) {
        return AuthParameters.parse(parameters)
                .filter(DigestCredentials::isComplete)
                .map(DigestCredentials::of)
                .filter(credentials -> credentials.count() > 0);
    }

    /** The nonce count as a number; 0 when it is none. */
    long count() {
        if (nonceCount.length() != COUNT_DIGITS) {
            return 0;
        }
        long count = 0;
        for (int i = 0; i < COUNT_DIGITS; i++) {
            char c = nonceCount.charAt(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                return 0;
            }
            count = (count << 4) | digit;
        }
        return count;
    }

    private static boolean isComplete(Map<String, String> given) {
        return given.containsKey("username")
                && given.containsKey("realm")
                && given.containsKey("nonce")
                && given.containsKey("uri")
                && given.containsKey("response")
                && given.containsKey("qop")
                && given.containsKey("nc")
                && given.containsKey("cnonce");
    }

    private static DigestCredentials of(Map<String, String> given) {
        return new DigestCredentials(
                given.getOrDefault("username", ""),
                given.getOrDefault("realm", ""),
                given.getOrDefault("nonce", ""),
                given.getOrDefault("uri", ""),
                given.getOrDefault("response", ""),
                given.getOrDefault("algorithm", DigestAlgorithm.MD5.token()),
                given.getOrDefault("qop", ""),
                given.getOrDefault("nc", ""),
                given.getOrDefault("cnonce", ""));
    }
}
