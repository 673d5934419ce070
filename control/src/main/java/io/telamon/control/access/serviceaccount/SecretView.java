package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.token.ClientSecret;
import io.telamon.control.access.token.ClientSecrets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret as the API shows it: its value in the answer that makes it, a mask in all later ones. */
record SecretView(
        Instant createdAt,
        Instant expiresAt,
        String id,
        @Nullable Instant lastUsedAt,
        @Nullable String maskedSecretValue,
        @Nullable String secret) {

    static SecretView of(ClientSecrets.Created created) {
        ClientSecret secret = created.secret();
        return new SecretView(
                secret.createdAt(),
                secret.expiresAt(),
                secret.id().value(),
                secret.lastUsedAt(),
                null,
                created.value());
    }

    static SecretView masked(ClientSecret secret) {
        return new SecretView(
                secret.createdAt(),
                secret.expiresAt(),
                secret.id().value(),
                secret.lastUsedAt(),
                secret.masked(),
                null);
    }

    @Override
    public String toString() {
        return "SecretView[" + id + "]";
    }
}
