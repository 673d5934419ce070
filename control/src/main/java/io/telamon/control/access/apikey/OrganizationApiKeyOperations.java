package io.telamon.control.access.apikey;

import io.telamon.control.access.grant.Memberships;
import io.telamon.control.access.grant.RoleRules;
import io.telamon.control.api.Call;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.api.Role;
import io.telamon.control.model.OrganizationId;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.model.ScopeId;
import io.telamon.control.store.Store;
import io.telamon.control.store.Transaction;
import java.util.List;

/** The operations on an organization's API keys. */
final class OrganizationApiKeyOperations {

    private final Store store;
    private final ApiKeys keys;
    private final Memberships memberships;
    private final ApiKeyEvents events;

    OrganizationApiKeyOperations(Store store, ApiKeys keys, Memberships memberships, ApiKeyEvents events) {
        this.store = store;
        this.keys = keys;
        this.memberships = memberships;
        this.events = events;
    }

    void bind(Operations api) {
        api.servePage("listOrgApiKeys", this::list);
        api.serve("createOrgApiKey", ApiKeyRequests.Create.class, this::create);
        api.serve("getOrgApiKey", this::get);
        api.serve("updateOrgApiKey", ApiKeyRequests.Update.class, this::update);
        api.serve("deleteOrgApiKey", this::delete);
    }

    private Page<ApiKeyView> list(Call<NoContent> call) {
        return store.read(handle -> ApiKeyViews.of(
                handle, call, ApiKeyTable.ROWS.inOrganization(handle, call.organizationId(), call.page())));
    }

    private ApiKeyView get(Call<NoContent> call) {
        return store.read(handle -> ApiKeyViews.of(
                handle, call, ApiKeys.require(handle, call.organizationId(), new PrincipalId(call.path("apiUserId")))));
    }

    private ApiKeyView create(Call<ApiKeyRequests.Create> call) {
        ApiKeyRequests.Create asked = call.body();
        RoleRules.requireOrganizational(asked.someRoles());
        return store.write(
                transaction -> create(transaction, call, call.organizationId(), asked.desc(), asked.someRoles()));
    }

    ApiKeyView create(
            Transaction transaction,
            Call<?> call,
            OrganizationId organizationId,
            String description,
            List<Role> roles) {
        ApiKeys.Created created = keys.create(transaction, organizationId, description);
        memberships.add(transaction, created.key().principal(), ScopeId.of(organizationId), roles);
        events.inOrganization(transaction, call, "API_KEY_CREATED", created.key());
        return ApiKeyViews.of(transaction.handle(), call, created);
    }

    private ApiKeyView update(Call<ApiKeyRequests.Update> call) {
        return store.write(transaction -> {
            PrincipalId id = new PrincipalId(call.path("apiUserId"));
            ApiKey key = ApiKeys.require(transaction.handle(), call.organizationId(), id);
            describe(transaction, call, key);
            if (call.body().roles() != null) {
                RoleRules.requireOrganizational(call.body().someRoles());
                memberships.replace(
                        transaction,
                        key.principal(),
                        ScopeId.of(call.organizationId()),
                        call.body().someRoles());
                events.inOrganization(transaction, call, "API_KEY_ROLES_CHANGED", key);
            }
            return ApiKeyViews.of(
                    transaction.handle(), call, ApiKeys.require(transaction.handle(), call.organizationId(), id));
        });
    }

    private void describe(Transaction transaction, Call<ApiKeyRequests.Update> call, ApiKey key) {
        String description = call.body().desc();
        if (description != null) {
            ApiKeyTable.describe(transaction.handle(), key.id(), description);
            events.inOrganization(transaction, call, "API_KEY_DESCRIPTION_CHANGED", key);
        }
    }

    private NoContent delete(Call<NoContent> call) {
        return store.write(transaction -> {
            ApiKey key = ApiKeys.require(
                    transaction.handle(), call.organizationId(), new PrincipalId(call.path("apiUserId")));
            keys.delete(transaction, key);
            events.inOrganization(transaction, call, "API_KEY_DELETED", key);
            return NoContent.DONE;
        });
    }
}
