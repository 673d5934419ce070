package io.telamon.control.access;

import io.telamon.control.access.digest.DigestAlgorithm;
import java.time.Duration;

/**
 * What may be set about authentication.
 *
 * @param digestAlgorithm the one that challenges ask for
 * @param nonceLifetime how long a Digest nonce may be used
 * @param tokenLifetime how long an access token is good; clients expect an hour
 */
public record AccessSettings(DigestAlgorithm digestAlgorithm, Duration nonceLifetime, Duration tokenLifetime) {

    /** As the service does it: MD5, tokens of 3600 seconds; nonces of five minutes. */
    public static final AccessSettings DEFAULT =
            new AccessSettings(DigestAlgorithm.MD5, Duration.ofMinutes(5), Duration.ofHours(1));

    public AccessSettings {
        if (nonceLifetime.toSeconds() < 1 || tokenLifetime.toSeconds() < 1) {
            throw new IllegalArgumentException("nonces and tokens live for a second at least");
        }
    }
}
