package io.telamon.control.access;

import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Changes the API access lists of API keys and service accounts alike. */
final class AccessLists {

    /** Entries that a list may have. */
    static final int MOST = 200;

    private final Clock clock;
    private final PrincipalCache directory;

    AccessLists(Clock clock, PrincipalCache directory) {
        this.clock = clock;
        this.directory = directory;
    }

    /**
     * Adds entries, all or none; they are given back.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} when there are none, and those of
     *     {@link AccessEntryRequest#range}
     */
    List<IpRange> add(Transaction transaction, ApiActor holder, List<AccessEntryRequest> entries) {
        if (entries.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.about("the body must have at least one entry");
        }
        List<IpRange> ranges =
                entries.stream().map(AccessEntryRequest::range).distinct().toList();
        ranges.forEach(range -> add(transaction, holder, range));
        directory.changes(transaction, holder);
        return ranges;
    }

    private void add(Transaction transaction, ApiActor holder, IpRange range) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (AccessListTable.insert(transaction.handle(), holder.id(), range, now, MOST)) {
            return;
        }
        throw AccessListTable.find(transaction.handle(), holder.id(), range).isPresent()
                ? ErrorCode.ADDRESS_ALREADY_IN_WHITELIST.about(range.cidrBlock())
                : ErrorCode.ATLAS_GENERAL_ERROR.about("An API access list has at most " + MOST + " entries.");
    }

    /**
     * Removes an entry; whether it was there.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_REMOVE_CALLER_FROM_WHITELIST} when callers
     *     remove the address that they come from from their own list
     */
    boolean remove(Transaction transaction, Call<?> call, ApiActor holder, IpRange range) {
        boolean isOwn = call.caller().id().equals(holder.id());
        if (isOwn && range.contains(IpRange.of(call.remoteAddress()))) {
            throw ErrorCode.CANNOT_REMOVE_CALLER_FROM_WHITELIST.about(
                    call.remoteAddress().getHostAddress());
        }
        directory.changes(transaction, holder);
        return AccessListTable.delete(transaction.handle(), holder.id(), range);
    }
}
