package io.telamon.control.access.apikey;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.api.Scopes;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;

/** The operations on the API keys that have a role in a project. A key made here is a member of the organization too. */
final class ProjectApiKeyOperations {

    private final Store store;
    private final Scopes scopes;
    private final ApiKeys keys;
    private final Memberships memberships;
    private final ApiKeyEvents events;

    ProjectApiKeyOperations(Store store, Scopes scopes, ApiKeys keys, Memberships memberships, ApiKeyEvents events) {
        this.store = store;
        this.scopes = scopes;
        this.keys = keys;
        this.memberships = memberships;
        this.events = events;
    }

    void bind(Operations api) {
        api.servePage("listGroupApiKeys", this::list);
        api.serve("createGroupApiKey", ApiKeyRequests.Create.class, this::create);
        api.serveListOf("addGroupApiKey", ApiKeyRequests.Assignment.class, this::add);
        api.serve("updateGroupApiKeyRoles", ApiKeyRequests.Update.class, this::update);
        api.serve("removeGroupApiKey", this::remove);
    }

    private Page<ApiKeyView> list(Call<NoContent> call) {
        return store.read(handle ->
                ApiKeyViews.of(handle, call, ApiKeyTable.ROWS.inProject(handle, call.projectId(), call.page())));
    }

    private ApiKeyView create(Call<ApiKeyRequests.Create> call) {
        ApiKeyRequests.Create asked = call.body();
        RoleRules.requireOfProject(asked.someRoles());
        OrganizationId organizationId = organization(call);
        return store.write(transaction -> {
            ApiKeys.Created created = keys.create(transaction, organizationId, asked.desc());
            ApiPrincipal principal = created.key().principal();
            memberships.add(transaction, principal, ScopeId.of(organizationId), List.of(Role.ORG_MEMBER));
            memberships.add(transaction, principal, ScopeId.of(call.projectId()), asked.someRoles());
            events.inOrganization(transaction, call, "API_KEY_CREATED", created.key());
            events.inProject(transaction, call, "API_KEY_ADDED_TO_GROUP", created.key());
            return ApiKeyViews.of(transaction.handle(), call, created);
        });
    }

    /** Whatever the key may do elsewhere: it gets what the caller may give, and the caller gets nothing. */
    private NoContent add(Call<List<ApiKeyRequests.Assignment>> call) {
        List<Role> roles = ApiKeyRequests.some(
                call.body().stream().flatMap(item -> item.roles().stream()).toList());
        RoleRules.requireOfProject(roles);
        return store.write(transaction -> {
            ApiKey key =
                    ApiKeys.require(transaction.handle(), organization(call), new PrincipalId(call.path("apiUserId")));
            memberships.add(transaction, key.principal(), ScopeId.of(call.projectId()), roles);
            events.inProject(transaction, call, "API_KEY_ADDED_TO_GROUP", key);
            return NoContent.DONE;
        });
    }

    private ApiKeyView update(Call<ApiKeyRequests.Update> call) {
        return store.write(transaction -> {
            ApiKey key =
                    ApiKeys.require(transaction.handle(), organization(call), new PrincipalId(call.path("apiUserId")));
            if (ApiKeys.isInProject(transaction.handle(), key, call.projectId())) {
                change(transaction, call, key);
            } else {
                assign(transaction, call, key);
            }
            ApiKey changed = ApiKeys.require(transaction.handle(), key.organizationId(), key.id());
            return ApiKeyViews.of(transaction.handle(), call, changed);
        });
    }

    private void change(Transaction transaction, Call<ApiKeyRequests.Update> call, ApiKey key) {
        RoleRules.requireAllRolesOf(transaction.handle(), call.caller(), key.principal());
        describe(transaction, call, key);
        if (call.body().roles() != null) {
            RoleRules.requireOfProject(call.body().someRoles());
            memberships.replace(
                    transaction,
                    key.principal(),
                    ScopeId.of(call.projectId()),
                    call.body().someRoles());
            events.inProject(transaction, call, "API_KEY_ROLES_CHANGED", key);
        }
    }

    /** Roles for a key that has none in the project add it, as the Terraform provider expects; its description is others' too. */
    private void assign(Transaction transaction, Call<ApiKeyRequests.Update> call, ApiKey key) {
        ErrorCode.API_KEY_NOT_FOUND.refuseIf(call.body().roles() == null, key.id());
        RoleRules.requireOfProject(call.body().someRoles());
        if (call.body().desc() != null) {
            RoleRules.requireAllRolesOf(transaction.handle(), call.caller(), key.principal());
            describe(transaction, call, key);
        }
        memberships.add(
                transaction,
                key.principal(),
                ScopeId.of(call.projectId()),
                call.body().someRoles());
        events.inProject(transaction, call, "API_KEY_ADDED_TO_GROUP", key);
    }

    private void describe(Transaction transaction, Call<ApiKeyRequests.Update> call, ApiKey key) {
        String description = call.body().desc();
        if (description != null) {
            ApiKeyTable.describe(transaction.handle(), key.id(), description);
            events.inProject(transaction, call, "API_KEY_DESCRIPTION_CHANGED", key);
        }
    }

    /** The key stays in the organization. */
    private NoContent remove(Call<NoContent> call) {
        return store.write(transaction -> {
            ApiKey key =
                    ApiKeys.require(transaction.handle(), organization(call), new PrincipalId(call.path("apiUserId")));
            if (!memberships.remove(transaction, key.principal(), call.projectId())) {
                throw ErrorCode.API_KEY_NOT_FOUND.about(key.id());
            }
            events.inProject(transaction, call, "API_KEY_REMOVED_FROM_GROUP", key);
            return NoContent.DONE;
        });
    }

    private OrganizationId organization(Call<?> call) {
        return scopes.organizationOfProject(call.projectId())
                .orElseThrow(() -> ErrorCode.GROUP_NOT_FOUND.about(call.projectId()));
    }
}
