package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** Who makes and removes what lets callers into an organization. */
public interface OrganizationCredentialsInitializer {

    /** Makes the first API key and service account of a new organization, as far as the client asked for them. */
    FirstCredentials found(
            Transaction transaction,
            Call<?> call,
            String organizationId,
            Optional<FirstApiKey> apiKey,
            Optional<FirstServiceAccount> serviceAccount);

    /** Removes every API key and service account of an organization that is being deleted. */
    void dissolve(Transaction transaction, String organizationId);

    /**
     * What was made, each with its secret in it, as the operations that create one alone show it.
     *
     * @param apiKey present exactly when it was asked for
     * @param serviceAccount present exactly when it was asked for
     */
    record FirstCredentials(Optional<Object> apiKey, Optional<Object> serviceAccount) {}
}
