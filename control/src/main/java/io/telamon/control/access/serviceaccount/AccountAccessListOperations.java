package io.telamon.control.access.serviceaccount;

import io.telamon.control.access.list.AccessEntry;
import io.telamon.control.access.list.AccessEntryRequest;
import io.telamon.control.access.list.AccessListTable;
import io.telamon.control.access.list.AccessLists;
import io.telamon.control.access.list.IpRange;
import io.telamon.control.api.ApiException;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.api.NoContent;
import io.telamon.control.api.Operations;
import io.telamon.control.api.Page;
import io.telamon.control.store.Store;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations on service accounts' API access lists, from either scope. */
final class AccountAccessListOperations {

    private final Store store;
    private final AccountScope scope;
    private final AccessLists lists;
    private final AccountEvents events;

    AccountAccessListOperations(Store store, AccountScope scope, AccessLists lists, AccountEvents events) {
        this.store = store;
        this.scope = scope;
        this.lists = lists;
        this.events = events;
    }

    void bind(Operations api) {
        switch (scope) {
            case AccountScope.OfOrganization organization -> {
                api.servePage("listOrgServiceAccountAccessList", this::list);
                api.servePageOfListOf("createOrgServiceAccountAccessList", AccessEntryRequest.class, this::create);
                api.serve("deleteOrgServiceAccountAccessListEntry", this::delete);
            }
            case AccountScope.OfProject project -> {
                api.servePage("listGroupServiceAccountAccessList", this::list);
                api.servePageOfListOf("createGroupServiceAccountAccessList", AccessEntryRequest.class, this::create);
                api.serve("deleteGroupServiceAccountAccessListEntry", this::delete);
            }
        }
    }

    private Page<EntryView> list(Call<NoContent> call) {
        lists.writeUse();
        return store.read(handle -> views(handle, call, scope.account(handle, call)));
    }

    private Page<EntryView> create(Call<List<AccessEntryRequest>> call) {
        return store.write(transaction -> {
            ServiceAccount account = scope.changeable(transaction.handle(), call);
            lists.add(transaction, account.principal(), call.body())
                    .forEach(added -> events.append(
                            transaction, scope.event(call, "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED"), account));
            return views(transaction.handle(), call, account);
        });
    }

    private NoContent delete(Call<NoContent> call) {
        IpRange range = IpRange.parse(call.path("ipAddress")).orElseThrow(() -> notFound(call));
        return store.write(transaction -> {
            ServiceAccount account = scope.changeable(transaction.handle(), call);
            if (lists.remove(transaction, call, account.principal(), range).isEmpty()) {
                throw notFound(call);
            }
            events.append(transaction, scope.event(call, "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED"), account);
            return NoContent.DONE;
        });
    }

    private static Page<EntryView> views(Handle handle, Call<?> call, ServiceAccount account) {
        return AccessListTable.list(handle, account.id(), call.page()).map(EntryView::of);
    }

    private static ApiException notFound(Call<?> call) {
        return ErrorCode.RESOURCE_NOT_FOUND.about(call.path("ipAddress"));
    }

    private record EntryView(
            String cidrBlock,
            Instant createdAt,
            @Nullable String ipAddress,
            @Nullable String lastUsedAddress,
            @Nullable Instant lastUsedAt,
            long requestCount) {

        static EntryView of(AccessEntry entry) {
            return new EntryView(
                    entry.block().text(),
                    entry.createdAt(),
                    entry.block().ipAddress().orElse(null),
                    entry.lastUsedAddress(),
                    entry.lastUsedAt(),
                    entry.requestCount());
        }
    }
}
