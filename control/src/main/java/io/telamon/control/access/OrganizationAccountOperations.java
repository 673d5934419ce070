package io.telamon.control.access;

import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.event.Event;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;
import java.util.Objects;

/** The operations on an organization's service accounts. */
final class OrganizationAccountOperations {

    private final Store store;
    private final ServiceAccounts accounts;
    private final Memberships memberships;
    private final AccountEvents events;
    private final AccountDetails details;
    private final AccountScope scope = new AccountScope.OfOrganization();

    OrganizationAccountOperations(
            Store store, ServiceAccounts accounts, Memberships memberships, AccountEvents events) {
        this.store = store;
        this.accounts = accounts;
        this.memberships = memberships;
        this.events = events;
        this.details = new AccountDetails(memberships, events);
    }

    void declare(Operations api) {
        api.servePage("listOrgServiceAccounts", this::list);
        api.serve("createOrgServiceAccount", AccountRequests.Create.class, this::create);
        api.serve("getOrgServiceAccount", this::get);
        api.serve("updateOrgServiceAccount", AccountRequests.Update.class, this::update);
        api.serve("deleteOrgServiceAccount", this::delete);
        api.servePage("getOrgServiceAccountGroups", this::groups);
    }

    private Page<AccountView> list(Call<NoContent> call) {
        return store.read(handle -> AccountView.of(
                handle, scope, call, ServiceAccountTable.inOrganization(handle, call.organizationId(), call.page())));
    }

    private AccountView create(Call<AccountRequests.Create> call) {
        AccountRequests.Create asked = call.body();
        RoleRules.requireOrganizational(asked.roles());
        return store.write(transaction -> create(transaction, call, call.organizationId(), asked));
    }

    AccountView create(Transaction transaction, Call<?> call, String organizationId, AccountRequests.Create asked) {
        ServiceAccount account = accounts.create(transaction, organizationId, asked.name(), asked.description());
        var secret = accounts.addSecret(transaction, account, asked.secretExpiresAfterHours());
        memberships.add(transaction, account.holder(), organizationId, asked.roles());
        events.append(transaction, Event.inOrganization(organizationId, call, "SERVICE_ACCOUNT_CREATED"), account);
        return AccountView.of(transaction.handle(), organizationId, account, secret);
    }

    private AccountView get(Call<NoContent> call) {
        return store.read(handle -> AccountView.of(handle, call.organizationId(), scope.account(handle, call)));
    }

    private AccountView update(Call<AccountRequests.Update> call) {
        RoleRules.requireOrganizational(Objects.requireNonNullElse(call.body().roles(), List.of()));
        return store.write(transaction -> {
            details.change(transaction, call, scope);
            return AccountView.of(
                    transaction.handle(), call.organizationId(), scope.account(transaction.handle(), call));
        });
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            ServiceAccount account = scope.account(transaction.handle(), call);
            accounts.delete(transaction, account);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_DELETED"), account);
            return NoContent.DONE;
        });
    }

    private Page<GroupView> groups(Call<NoContent> call) {
        return store.read(handle -> GrantTable.projectsOf(
                        handle, scope.account(handle, call).id(), call.page())
                .map(GroupView::new));
    }

    private record GroupView(String groupId) {}
}
