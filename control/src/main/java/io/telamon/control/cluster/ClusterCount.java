package io.telamon.control.cluster;

import io.telamon.control.store.Store;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the clusters of all projects. */
public final class ClusterCount {

    private final Store store;

    public ClusterCount(Store store) {
        this.store = store;
    }

    /** How many clusters are in each state, by the name that clients see; states without clusters are left out. */
    public Map<String, Long> byState() {
        return store.read(handle -> handle
                .createQuery("SELECT state, count(*) FROM cluster GROUP BY state")
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
