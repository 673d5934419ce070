package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The operations that show and change what is known of service accounts, and their roles in the scope, from either scope. */
final class AccountDetailOperations {

    private final Store store;
    private final AccountScope scope;
    private final Memberships memberships;
    private final AccountEvents events;

    AccountDetailOperations(Store store, AccountScope scope, Memberships memberships, AccountEvents events) {
        this.store = store;
        this.scope = scope;
        this.memberships = memberships;
        this.events = events;
    }

    void bind(Operations api) {
        switch (scope) {
            case AccountScope.OfOrganization organization -> {
                api.servePage("listOrgServiceAccounts", this::list);
                api.serve("getOrgServiceAccount", this::get);
                api.serve("updateOrgServiceAccount", AccountRequests.Update.class, this::update);
            }
            case AccountScope.OfProject project -> {
                api.servePage("listGroupServiceAccounts", this::list);
                api.serve("getGroupServiceAccount", this::get);
                api.serve("updateGroupServiceAccount", AccountRequests.Update.class, this::update);
            }
        }
    }

    private Page<AccountView> list(Call<NoContent> call) {
        return store.read(handle -> AccountView.of(handle, scope, call, scope.accounts(handle, call)));
    }

    private AccountView get(Call<NoContent> call) {
        return store.read(handle -> view(handle, call));
    }

    private AccountView update(Call<AccountRequests.Update> call) {
        scope.requireRoles(Objects.requireNonNullElse(call.body().roles(), List.of()));
        return store.write(transaction -> {
            change(transaction, call);
            return view(transaction.handle(), call);
        });
    }

    private void change(Transaction transaction, Call<AccountRequests.Update> call) {
        AccountRequests.Update asked = call.body();
        ServiceAccount account = scope.changeable(transaction.handle(), call);
        if (asked.name() != null || asked.description() != null) {
            ServiceAccountTable.update(
                    transaction.handle(),
                    account.id(),
                    Objects.requireNonNullElse(asked.name(), account.name()),
                    Objects.requireNonNullElse(asked.description(), account.description()));
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_DETAILS_CHANGED"), account);
        }
        List<Role> roles = asked.roles();
        if (roles != null) {
            memberships.replace(transaction, account.principal(), scope.id(call), roles);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ROLES_CHANGED"), account);
        }
    }

    private AccountView view(Handle handle, Call<?> call) {
        return AccountView.of(handle, scope.id(call), scope.account(handle, call));
    }
}
