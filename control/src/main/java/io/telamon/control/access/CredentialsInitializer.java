package io.telamon.control.access;

import io.telamon.control.api.Call;
import io.telamon.control.organization.FirstApiKey;
import io.telamon.control.organization.FirstServiceAccount;
import io.telamon.control.organization.OrganizationCredentialsInitializer;
import io.telamon.control.store.Transaction;
import java.util.Optional;

/** Makes the credentials that organizations begin with, and removes those that they end with. */
final class CredentialsInitializer implements OrganizationCredentialsInitializer {

    private final OrganizationApiKeyOperations keys;
    private final OrganizationAccountOperations accounts;
    private final Memberships memberships;

    CredentialsInitializer(
            OrganizationApiKeyOperations keys, OrganizationAccountOperations accounts, Memberships memberships) {
        this.keys = keys;
        this.accounts = accounts;
        this.memberships = memberships;
    }

    @Override
    public FirstCredentials found(
            Transaction transaction,
            Call<?> call,
            String organizationId,
            Optional<FirstApiKey> apiKey,
            Optional<FirstServiceAccount> serviceAccount) {
        apiKey.ifPresent(asked -> RoleRules.requireOrganizational(asked.roles()));
        serviceAccount.ifPresent(asked -> RoleRules.requireOrganizational(asked.roles()));
        return new FirstCredentials(
                apiKey.map(asked -> keys.create(transaction, call, organizationId, asked.desc(), asked.roles())),
                serviceAccount.map(asked -> accounts.create(transaction, call, organizationId, request(asked))));
    }

    @Override
    public void dissolve(Transaction transaction, String organizationId) {
        memberships.organizationDeleted(transaction, organizationId);
    }

    private static AccountRequests.Create request(FirstServiceAccount asked) {
        return new AccountRequests.Create(
                asked.name(), asked.description(), asked.roles(), asked.secretExpiresAfterHours());
    }
}
