package io.telamon.control.access.serviceaccount;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.model.SecretId;
import io.telamon.control.store.Store;

/** The operations on service accounts' secrets, from either scope. */
final class AccountSecretOperations {

    private final Store store;
    private final AccountScope scope;
    private final ServiceAccounts accounts;
    private final AccountEvents events;

    AccountSecretOperations(Store store, AccountScope scope, ServiceAccounts accounts, AccountEvents events) {
        this.store = store;
        this.scope = scope;
        this.accounts = accounts;
        this.events = events;
    }

    void bind(Operations api) {
        switch (scope) {
            case AccountScope.OfOrganization organization -> {
                api.serve("createOrgServiceAccountSecret", AccountRequests.CreateSecret.class, this::create);
                api.serve("deleteOrgServiceAccountSecret", this::delete);
            }
            case AccountScope.OfProject project -> {
                api.serve("createGroupServiceAccountSecret", AccountRequests.CreateSecret.class, this::create);
                api.serve("deleteGroupServiceAccountSecret", this::delete);
            }
        }
    }

    private SecretView create(Call<AccountRequests.CreateSecret> call) {
        int hours = call.body().secretExpiresAfterHours();
        return store.write(transaction -> {
            ServiceAccount account = scope.changeable(transaction.handle(), call);
            SecretView secret = SecretView.of(accounts.addSecret(transaction, account, hours));
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_SECRET_ADDED"), account);
            return secret;
        });
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            ServiceAccount account = scope.changeable(transaction.handle(), call);
            accounts.deleteSecret(transaction, account, new SecretId(call.path("secretId")));
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_SECRET_DELETED"), account);
            return NoContent.DONE;
        });
    }
}
