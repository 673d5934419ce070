package io.telamon.control.organization;

import io.telamon.control.api.Call;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** Makes the credentials that a new organization begins with, and removes all that a deleted one has. */
public interface InitialCredentials {

    /**
     * Makes the API key and the service account of a new organization that the client asked for.
     *
     * @throws io.telamon.control.api.ApiException when one of their roles is not held in organizations
     */
    Created create(
            Transaction transaction,
            Call<?> call,
            OrganizationId organizationId,
            Optional<InitialApiKey> apiKey,
            Optional<InitialServiceAccount> serviceAccount);

    /** Removes every API key and service account of an organization that is being deleted. */
    void deleteAll(Transaction transaction, OrganizationId organizationId);

    /**
     * What was made, each with its secret in it, as the operations that create one alone show it.
     *
     * @param apiKey present exactly when it was asked for
     * @param serviceAccount present exactly when it was asked for
     */
    record Created(Optional<Object> apiKey, Optional<Object> serviceAccount) {}
}
