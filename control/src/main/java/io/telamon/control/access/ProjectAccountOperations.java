package io.telamon.control.access;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.store.Store;
import java.util.List;
import java.util.Objects;

/** The operations on the service accounts that have a role in a project. All are members of the organization too. */
final class ProjectAccountOperations {

    private final Store store;
    private final ServiceAccounts accounts;
    private final Memberships memberships;
    private final AccountEvents events;
    private final AccountDetails details;
    private final AccountScope.OfProject scope;

    ProjectAccountOperations(
            Store store,
            AccountScope.OfProject scope,
            ServiceAccounts accounts,
            Memberships memberships,
            AccountEvents events) {
        this.store = store;
        this.scope = scope;
        this.accounts = accounts;
        this.memberships = memberships;
        this.events = events;
        this.details = new AccountDetails(memberships, events);
    }

    void declare(Operations api) {
        api.servePage("listGroupServiceAccounts", this::list);
        api.serve("createGroupServiceAccount", AccountRequests.Create.class, this::create);
        api.serve("getGroupServiceAccount", this::get);
        api.serve("updateGroupServiceAccount", AccountRequests.Update.class, this::update);
        api.serve("deleteGroupServiceAccount", this::remove);
        api.serve("inviteGroupServiceAccount", AccountRequests.Invitation.class, this::invite);
    }

    private Page<AccountView> list(Call<NoContent> call) {
        return store.read(handle -> AccountView.of(
                handle, scope, call, ServiceAccountTable.inProject(handle, call.projectId(), call.page())));
    }

    private AccountView create(Call<AccountRequests.Create> call) {
        AccountRequests.Create asked = call.body();
        List<Role> roles = asked.roles();
        RoleRules.requireOfProject(roles);
        String organizationId = scope.organizationId(call);
        return store.write(transaction -> {
            ServiceAccount account = accounts.create(transaction, organizationId, asked.name(), asked.description());
            var secret = accounts.addSecret(transaction, account, asked.secretExpiresAfterHours());
            memberships.add(transaction, account.holder(), organizationId, List.of(Role.ORG_MEMBER));
            memberships.add(transaction, account.holder(), call.projectId(), roles);
            events.append(transaction, Event.inOrganization(organizationId, call, "SERVICE_ACCOUNT_CREATED"), account);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ADDED_TO_GROUP"), account);
            return AccountView.of(transaction.handle(), call.projectId(), account, secret);
        });
    }

    private AccountView get(Call<NoContent> call) {
        return store.read(handle -> AccountView.of(handle, call.projectId(), scope.account(handle, call)));
    }

    private AccountView update(Call<AccountRequests.Update> call) {
        RoleRules.requireOfProject(Objects.requireNonNullElse(call.body().roles(), List.of()));
        return store.write(transaction -> {
            details.change(transaction, call, scope);
            return AccountView.of(transaction.handle(), call.projectId(), scope.account(transaction.handle(), call));
        });
    }

    /** The account stays in the organization, and its secrets stay good. */
    private NoContent remove(Call<NoContent> call) {
        return store.write(transaction -> {
            ServiceAccount account = scope.account(transaction.handle(), call);
            memberships.remove(transaction, account.holder(), call.projectId());
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_REMOVED_FROM_GROUP"), account);
            return NoContent.DONE;
        });
    }

    /** Whatever the account may do elsewhere: it gets what the caller may give, and the caller gets nothing. */
    private AccountView invite(Call<AccountRequests.Invitation> call) {
        List<Role> roles = call.body().roles();
        RoleRules.requireOfProject(roles);
        String clientId = call.path("clientId");
        return store.write(transaction -> {
            ServiceAccount account = ServiceAccountTable.find(transaction.handle(), clientId)
                    .filter(found -> found.organizationId().equals(scope.organizationId(call)))
                    .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(clientId));
            memberships.add(transaction, account.holder(), call.projectId(), roles);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ADDED_TO_GROUP"), account);
            return AccountView.of(transaction.handle(), call.projectId(), account);
        });
    }
}
