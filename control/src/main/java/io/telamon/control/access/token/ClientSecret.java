package io.telamon.control.access.token;

import io.telamon.control.access.crypto.CredentialMaker;
import io.telamon.control.model.SecretId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the at most two secrets of a service account, without its value.
 *
 * @param masked what may be shown of the value
 * @param lastUsedAt when a token was last made or revoked with it, null before that
 */
public record ClientSecret(
        SecretId id,
        String masked,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    /** Secrets that an account may have at a time. */
    static final int MOST = 2;

    private static final int SHOWN = 4;

    /** The value with all but its prefix and its last 4 characters hidden. */
    static String masked(String secret) {
        int hidden = Math.max(secret.length() - SHOWN, secret.length() / 2);
        return CredentialMaker.CLIENT_SECRET_PREFIX + "..." + secret.substring(hidden);
    }
}
