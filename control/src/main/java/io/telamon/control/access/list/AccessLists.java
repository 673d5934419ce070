package io.telamon.control.access.list;

import io.telamon.control.access.principal.ApiPrincipal;
import io.telamon.control.access.principal.PrincipalChanges;
import io.telamon.control.api.Call;
import io.telamon.control.api.ErrorCode;
import io.telamon.control.store.Transaction;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * @return the blocks that were added, one for each range
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#VALIDATION_ERROR} when there are none, and those of
     *     {@link AccessEntryRequest#block}
     */
    public List<CidrBlock> add(Transaction transaction, ApiPrincipal principal, List<AccessEntryRequest> entries) {
        if (entries.isEmpty()) {
            throw ErrorCode.VALIDATION_ERROR.about("the body must have at least one entry");
        }
        Map<IpRange, CidrBlock> blocks = new LinkedHashMap<>();
        entries.stream().map(AccessEntryRequest::block).forEach(block -> blocks.putIfAbsent(block.range(), block));
        blocks.values().forEach(block -> add(transaction, principal, block));
        principals.changed(transaction, principal);
        return List.copyOf(blocks.values());
    }

    private void add(Transaction transaction, ApiPrincipal principal, CidrBlock block) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (AccessListTable.insert(transaction.handle(), principal.id(), block, now, MOST)) {
            return;
        }
        throw AccessListTable.find(transaction.handle(), principal.id(), block.range())
                        .isPresent()
                ? ErrorCode.ADDRESS_ALREADY_IN_ACCESS_LIST.about(block.text())
                : ErrorCode.ATLAS_GENERAL_ERROR.about("An API access list has at most " + MOST + " entries.");
    }

    /**
     * Removes an entry from the list of a principal.
     *
     * @return the block that was removed, or nothing when there was none of the range
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST} when callers
     *     remove the address that they come from from their own list
     */
    public Optional<CidrBlock> remove(Transaction transaction, Call<?> call, ApiPrincipal principal, IpRange range) {
        boolean isOwn = call.caller().id().equals(principal.id().value());
        if (isOwn && range.contains(IpRange.of(call.remoteAddress()))) {
            throw ErrorCode.CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST.about(
                    call.remoteAddress().getHostAddress());
        }
        Optional<CidrBlock> block = AccessListTable.find(transaction.handle(), principal.id(), range)
                .map(AccessEntry::block);
        principals.changed(transaction, principal);
        AccessListTable.delete(transaction.handle(), principal.id(), range);
        return block;
    }
}
