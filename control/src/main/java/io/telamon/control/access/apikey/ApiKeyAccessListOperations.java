package io.telamon.control.access.apikey;

import io.telamon.control.access.list.AccessEntry;
import io.telamon.control.access.list.AccessEntryRequest;
import io.telamon.control.access.list.AccessListTable;
import io.telamon.control.access.list.AccessLists;
import io.telamon.control.access.list.CidrBlock;
import io.telamon.control.access.list.IpRange;
import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.Link;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.model.PrincipalId;
import io.telamon.control.store.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations on the API access lists of an organization's API keys. */
final class ApiKeyAccessListOperations {

    private final Store store;
    private final AccessLists lists;
    private final ApiKeyEvents events;

    ApiKeyAccessListOperations(Store store, AccessLists lists, ApiKeyEvents events) {
        this.store = store;
        this.lists = lists;
        this.events = events;
    }

    void bind(Operations api) {
        api.servePage("listOrgApiKeyAccessListEntries", this::list);
        api.servePageOfListOf("createOrgApiKeyAccessListEntry", AccessEntryRequest.class, this::create);
        api.serve("getOrgApiKeyAccessListEntry", this::get);
        api.serve("deleteOrgApiKeyAccessListEntry", this::delete);
    }

    private Page<EntryView> list(Call<NoContent> call) {
        lists.writeUse();
        return store.read(handle -> views(handle, call, key(handle, call)));
    }

    private Page<EntryView> create(Call<List<AccessEntryRequest>> call) {
        return store.write(transaction -> {
            ApiKey key = key(transaction.handle(), call);
            for (CidrBlock added : lists.add(transaction, key.principal(), call.body())) {
                events.ofEntry(transaction, call, "API_KEY_ACCESS_LIST_ENTRY_ADDED", key, added);
            }
            return views(transaction.handle(), call, key);
        });
    }

    private EntryView get(Call<NoContent> call) {
        lists.writeUse();
        return store.read(handle -> {
            ApiKey key = key(handle, call);
            return IpRange.parse(call.path("ipAddress"))
                    .flatMap(range -> AccessListTable.find(handle, key.id(), range))
                    .map(entry -> EntryView.of(call, key, entry))
                    .orElseThrow(() -> notFound(call));
        });
    }

    private NoContent delete(Call<NoContent> call) {
        IpRange range = IpRange.parse(call.path("ipAddress")).orElseThrow(() -> notFound(call));
        return store.write(transaction -> {
            ApiKey key = key(transaction.handle(), call);
            CidrBlock removed =
                    lists.remove(transaction, call, key.principal(), range).orElseThrow(() -> notFound(call));
            events.ofEntry(transaction, call, "API_KEY_ACCESS_LIST_ENTRY_DELETED", key, removed);
            return NoContent.DONE;
        });
    }

    private static ApiKey key(Handle handle, Call<?> call) {
        return ApiKeys.require(handle, call.organizationId(), new PrincipalId(call.path("apiUserId")));
    }

    private static Page<EntryView> views(Handle handle, Call<?> call, ApiKey key) {
        return AccessListTable.list(handle, key.id(), call.page()).map(entry -> EntryView.of(call, key, entry));
    }

    private static ApiException notFound(Call<?> call) {
        return ErrorCode.API_KEY_ACCESS_LIST_NOT_FOUND.about(
                new PrincipalId(call.path("apiUserId")), call.path("ipAddress"));
    }

    /**
     * An entry.
     *
     * @param count of the requests that came from the range; absent before the first one, as it is 1 at least in the API
     */
    private record EntryView(
            String cidrBlock,
            @Nullable Long count,
            Instant created,
            @Nullable String ipAddress,
            @Nullable Instant lastUsed,
            @Nullable String lastUsedAddress,
            List<Link> links) {

        static EntryView of(Call<?> call, ApiKey key, AccessEntry entry) {
            String name = entry.block().ipAddress().orElse(entry.block().text());
            String path = "/orgs/" + key.organizationId() + "/apiKeys/" + key.id() + "/accessList/"
                    + URLEncoder.encode(name, StandardCharsets.UTF_8);
            return new EntryView(
                    entry.block().text(),
                    entry.requestCount() == 0 ? null : entry.requestCount(),
                    entry.createdAt(),
                    entry.block().ipAddress().orElse(null),
                    entry.lastUsedAt(),
                    entry.lastUsedAddress(),
                    List.of(call.link("self", path)));
        }
    }
}
