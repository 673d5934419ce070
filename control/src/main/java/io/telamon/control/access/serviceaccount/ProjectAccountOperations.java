package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Role;
import io.telamon.control.event.Event;
import io.telamon.control.model.ClientId;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.store.Store;
import java.util.List;

/** The operations that add service accounts to a project and remove them. All are members of the organization too. */
final class ProjectAccountOperations {

    private final Store store;
    private final ServiceAccounts accounts;
    private final Memberships memberships;
    private final AccountEvents events;
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
    }

    void bind(Operations api) {
        api.serve("createGroupServiceAccount", AccountRequests.Create.class, this::create);
        api.serve("deleteGroupServiceAccount", this::remove);
        api.serve("inviteGroupServiceAccount", AccountRequests.Invitation.class, this::invite);
    }

    private AccountView create(Call<AccountRequests.Create> call) {
        AccountRequests.Create asked = call.body();
        List<Role> roles = asked.roles();
        RoleRules.requireOfProject(roles);
        OrganizationId organizationId = scope.organizationId(call);
        return store.write(transaction -> {
            ServiceAccount account = accounts.create(transaction, organizationId, asked.name(), asked.description());
            var secret = accounts.addSecret(transaction, account, asked.secretExpiresAfterHours());
            memberships.add(transaction, account.principal(), ScopeId.of(organizationId), List.of(Role.ORG_MEMBER));
            memberships.add(transaction, account.principal(), ScopeId.of(call.projectId()), roles);
            events.append(transaction, Event.inOrganization(organizationId, call, "SERVICE_ACCOUNT_CREATED"), account);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ADDED_TO_GROUP"), account);
            return AccountView.of(transaction.handle(), ScopeId.of(call.projectId()), account, secret);
        });
    }

    /** The account stays in the organization, and its secrets stay good. */
    private NoContent remove(Call<NoContent> call) {
        return store.write(transaction -> {
            ServiceAccount account = scope.account(transaction.handle(), call);
            memberships.remove(transaction, account.principal(), call.projectId());
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_REMOVED_FROM_GROUP"), account);
            return NoContent.DONE;
        });
    }

    /** Whatever the account may do elsewhere: it gets what the caller may give, and the caller gets nothing. */
    private AccountView invite(Call<AccountRequests.Invitation> call) {
        List<Role> roles = call.body().roles();
        RoleRules.requireOfProject(roles);
        ClientId clientId = new ClientId(call.path("clientId"));
        return store.write(transaction -> {
            ServiceAccount account = ServiceAccountTable.find(transaction.handle(), clientId)
                    .filter(found -> found.organizationId().equals(scope.organizationId(call)))
                    .orElseThrow(() -> ErrorCode.RESOURCE_NOT_FOUND.about(clientId));
            memberships.add(transaction, account.principal(), ScopeId.of(call.projectId()), roles);
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ADDED_TO_GROUP"), account);
            return AccountView.of(transaction.handle(), ScopeId.of(call.projectId()), account);
        });
    }
}
