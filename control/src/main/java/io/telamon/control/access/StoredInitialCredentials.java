package io.telamon.control.access;

import io.telamon.control.access.apikey.ApiKeyOperations;
import io.telamon.control.access.apikey.ApiKeys;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.access.serviceaccount.AccountRequests;
import io.telamon.control.access.serviceaccount.ServiceAccountOperations;
import io.telamon.control.access.serviceaccount.ServiceAccounts;
import io.telamon.control.api.Call;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.organization.InitialApiKey;
import io.telamon.control.organization.InitialCredentials;
import io.telamon.control.organization.InitialServiceAccount;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** Makes the initial credentials of organizations as the operations on API keys and service accounts do. */
record StoredInitialCredentials(
        ApiKeys keys,
        ApiKeyOperations keyOperations,
        ServiceAccounts accounts,
        ServiceAccountOperations accountOperations)
        implements InitialCredentials {

    @Override
    public Created create(
            Transaction transaction,
            Call<?> call,
            OrganizationId organizationId,
            Optional<InitialApiKey> apiKey,
            Optional<InitialServiceAccount> serviceAccount) {
        apiKey.ifPresent(asked -> RoleRules.requireOrganizational(asked.roles()));
        serviceAccount.ifPresent(asked -> RoleRules.requireOrganizational(asked.roles()));
        return new Created(
                apiKey.map(
                        asked -> keyOperations.create(transaction, call, organizationId, asked.desc(), asked.roles())),
                serviceAccount.map(
                        asked -> accountOperations.create(transaction, call, organizationId, request(asked))));
    }

    private static AccountRequests.Create request(InitialServiceAccount asked) {
        return new AccountRequests.Create(
                asked.name(), asked.description(), asked.roles(), asked.secretExpiresAfterHours());
    }

    @Override
    public void deleteAll(Transaction transaction, OrganizationId organizationId) {
        keys.deleteAllIn(transaction, organizationId);
        accounts.deleteAllIn(transaction, organizationId);
    }
}
