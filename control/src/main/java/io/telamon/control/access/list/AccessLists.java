package io.telamon.control.access.list;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Changes the API access lists of API keys and service accounts alike. */
public final class AccessLists {

    /** Entries that a list may have. */
    static final int MOST = 200;

    private final Clock clock;
    private final PrincipalChanges principals;
    private final AddressUse use;

    /**
     * The lists of all principals.
     *
     * @param use where the requests are counted that came by each entry
     */
    public AccessLists(Clock clock, PrincipalChanges principals, AddressUse use) {
        this.clock = clock;
        this.principals = principals;
        this.use = use;
    }

    /** Writes the counts of requests that are not in the store yet, so that entries read after this show them. */
    public void writeUse() {
        use.write();
    }

    /**
     * Adds entries to the list of a principal, all or none.
     *
     * @return the ranges that were added
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} when there are none, and those of
     *     {@link AccessEntryRequest#range}
     */
    public List<IpRange> add(Transaction transaction, ApiPrincipal principal, List<AccessEntryRequest> entries) {
        if (entries.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.about("the body must have at least one entry");
        }
        List<IpRange> ranges =
                entries.stream().map(AccessEntryRequest::range).distinct().toList();
        ranges.forEach(range -> add(transaction, principal, range));
        principals.changed(transaction, principal);
        return ranges;
    }

    private void add(Transaction transaction, ApiPrincipal principal, IpRange range) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (AccessListTable.insert(transaction.handle(), principal.id(), range, now, MOST)) {
            return;
        }
        throw AccessListTable.find(transaction.handle(), principal.id(), range).isPresent()
                ? ErrorCode.ADDRESS_ALREADY_IN_ACCESS_LIST.about(range.cidrBlock())
                : ErrorCode.ATLAS_GENERAL_ERROR.about("An API access list has at most " + MOST + " entries.");
    }

    /**
     * Removes an entry from the list of a principal.
     *
     * @return whether it was there
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST} when callers
     *     remove the address that they come from from their own list
     */
    public boolean remove(Transaction transaction, Call<?> call, ApiPrincipal principal, IpRange range) {
        boolean isOwn = call.caller().id().equals(principal.id().value());
        if (isOwn && range.contains(IpRange.of(call.remoteAddress()))) {
            throw ErrorCode.CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST.about(
                    call.remoteAddress().getHostAddress());
        }
        principals.changed(transaction, principal);
        return AccessListTable.delete(transaction.handle(), principal.id(), range);
    }
}
