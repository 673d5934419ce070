package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.event.Event;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;

/** The operations that make and delete an organization's service accounts, and that list their projects. */
final class OrganizationAccountOperations {

    private final Store store;
    private final AccountScope.OfOrganization scope;
    private final ServiceAccounts accounts;
    private final Memberships memberships;
    private final AccountEvents events;

    OrganizationAccountOperations(
            Store store,
            AccountScope.OfOrganization scope,
            ServiceAccounts accounts,
            Memberships memberships,
            AccountEvents events) {
        this.store = store;
        this.scope = scope;
        this.accounts = accounts;
        this.memberships = memberships;
        this.events = events;
    }

    void bind(Operations api) {
        api.serve("createOrgServiceAccount", AccountRequests.Create.class, this::create);
        api.serve("deleteOrgServiceAccount", this::delete);
        api.servePage("getOrgServiceAccountGroups", this::groups);
    }

    private AccountView create(Call<AccountRequests.Create> call) {
        AccountRequests.Create asked = call.body();
        RoleRules.requireOrganizational(asked.roles());
        return store.write(transaction -> create(transaction, call, call.organizationId(), asked));
    }

    AccountView create(
            Transaction transaction, Call<?> call, OrganizationId organizationId, AccountRequests.Create asked) {
        ServiceAccount account = accounts.create(transaction, organizationId, asked.name(), asked.description());
        var secret = accounts.addSecret(transaction, account, asked.secretExpiresAfterHours());
        memberships.add(transaction, account.principal(), ScopeId.of(organizationId), asked.roles());
        events.append(transaction, Event.inOrganization(organizationId, call, "SERVICE_ACCOUNT_CREATED"), account);
        return AccountView.of(transaction.handle(), ScopeId.of(organizationId), account, secret);
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
                .map(project -> new GroupView(project.value())));
    }

    private record GroupView(String groupId) {}
}
