package io.telamon.control.cluster;

import io.telamon.control.store.Store;
import java.util.Map;
import org.jdbi.v3.core.generic.GenericType;

/** Counts the clusters of all projects. */
public final class ClusterCount {

    private final Store store;

    public ClusterCount(Store store) {
        this.store = store;
    }

    /** How many clusters are in each state, by the name that clients see; states without clusters are left out. */
    public Map<String, Long> byState() {
        return store.read(handle -> handle.createQuery("SELECT state, count(*) AS clusters FROM cluster GROUP BY state")
                .setMapKeyColumn("state")
                .setMapValueColumn("clusters")
                .collectInto(new GenericType<Map<String, Long>>() {}));
    }
}
