package io.telamon.control.access.token;

import io.telamon.control.model.ClientId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Tells which secrets service accounts have. */
public final class StoredSecrets {

    private StoredSecrets() {}

    /** Whether an account has a secret of the value that has not expired. */
    public static boolean has(Handle handle, String clientId, String value, Instant now) {
        return SecretTable.candidates(handle, new ClientId(clientId), now).stream()
                .anyMatch(candidate -> candidate.hash().isOf(value));
    }
}
