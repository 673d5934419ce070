package io.telamon.control.access.apikey;

import io.telamon.control.access.grant.GrantTable;
import io.telamon.control.api.Call;
import io.telamon.control.api.Grant;
import io.telamon.control.api.Page;
import io.telamon.control.model.PrincipalId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Makes the views of API keys. */
final class ApiKeyViews {

    private ApiKeyViews() {}

    static ApiKeyView of(Handle handle, Call<?> call, ApiKey key) {
        return view(call, key, key.maskedPrivateKey(), GrantTable.of(handle, key.id()));
    }

    static ApiKeyView of(Handle handle, Call<?> call, ApiKeys.Created created) {
        return view(
                call,
                created.key(),
                created.privateKey(),
                GrantTable.of(handle, created.key().id()));
    }

    static Page<ApiKeyView> of(Handle handle, Call<?> call, Page<ApiKey> keys) {
        Map<PrincipalId, List<Grant>> grants =
                GrantTable.of(handle, keys.results().stream().map(ApiKey::id).toList());
        return keys.map(key -> view(call, key, key.maskedPrivateKey(), grants.getOrDefault(key.id(), List.of())));
    }

    private static ApiKeyView view(Call<?> call, ApiKey key, String privateKey, List<Grant> grants) {
        return new ApiKeyView(
                key.description(),
                key.id().value(),
                List.of(call.link("self", "/orgs/" + key.organizationId() + "/apiKeys/" + key.id())),
                privateKey,
                key.publicKey(),
                grants.stream().map(ApiKeyView.RoleView::of).toList());
    }
}
