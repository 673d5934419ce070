package io.telamon.control.network;

import io.telamon.control.access.list.IpRange;
import io.telamon.control.store.Store;
import io.telamon.gateway.model.ProjectId;
import io.telamon.gateway.spi.directory.AccessList;
import java.net.InetAddress;
import java.time.Clock;

/** The access lists of all projects, as the gateway asks for them. A project without entries lets nobody in. */
public final class StoredAccessList implements AccessList {

    private final Store store;
    private final Clock clock;

    /** Those of a store. */
    public StoredAccessList(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public boolean allows(ProjectId project, InetAddress address) {
        IpRange client = IpRange.of(address);
        return store.read(handle -> EntryTable.ranges(handle, project, clock.instant())).stream()
                .anyMatch(range -> range.contains(client));
    }
}
