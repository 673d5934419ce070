package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.token.ClientSecret;
import io.telamon.control.access.token.ClientSecrets;
import io.telamon.control.api.Call;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** A service account as the API shows it, with the roles that it holds in the organization or in the project asked about. */
record AccountView(
        String clientId,
        Instant createdAt,
        String description,
        String name,
        List<Role> roles,
        List<SecretView> secrets) {

    /** The account with what may be shown of its secrets. */
    static AccountView of(Handle handle, ScopeId scopeId, ServiceAccount account) {
        return of(
                account,
                scopeId,
                GrantTable.of(handle, account.id()),
                ClientSecrets.of(handle, List.of(account.id())).getOrDefault(account.id(), List.of()).stream()
                        .map(SecretView::masked)
                        .toList());
    }

    /** The account with its first secret, the one time that it is shown. */
    static AccountView of(Handle handle, ScopeId scopeId, ServiceAccount account, ClientSecrets.Created secret) {
        return of(account, scopeId, GrantTable.of(handle, account.id()), List.of(SecretView.of(secret)));
    }

    /** A page of accounts. */
    static Page<AccountView> of(Handle handle, AccountScope scope, Call<?> call, Page<ServiceAccount> accounts) {
        List<PrincipalId> ids =
                accounts.results().stream().map(ServiceAccount::id).toList();
        Map<PrincipalId, List<Grant>> grants = GrantTable.of(handle, ids);
        Map<PrincipalId, List<ClientSecret>> secrets = ClientSecrets.of(handle, ids);
        return accounts.map(account -> of(
                account,
                scope.id(call),
                grants.getOrDefault(account.id(), List.of()),
                secrets.getOrDefault(account.id(), List.of()).stream()
                        .map(SecretView::masked)
                        .toList()));
    }

    private static AccountView of(
            ServiceAccount account, ScopeId scopeId, List<Grant> grants, List<SecretView> secrets) {
        List<Role> roles = grants.stream()
                .filter(grant -> grant.scopeId().equals(scopeId))
                .map(Grant::role)
                .toList();
        return new AccountView(
                account.clientId().value(), account.createdAt(), account.description(), account.name(), roles, secrets);
    }
}
