package io.telamon.control.cluster;

import io.telamon.control.store.Store;
import io.telamon.gateway.model.ClusterId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.generic.GenericType;

/** Counts the clusters of all projects. */
public final class ClusterCount {

    private final Store store;

    public ClusterCount(Store store) {
        this.store = store;
    }

    /** What people call all clusters. */
    public Map<ClusterId, ClusterLabel> labels() {
        return store.read(handle -> handle.createQuery("""
                        SELECT cluster.id, cluster.name AS cluster_name, project.id AS project_id, project.name AS project_name
                        FROM cluster JOIN project ON project.id = cluster.project_id""")
                .map((row, context) -> Map.entry(
                        new ClusterId(row.getString("id")),
                        new ClusterLabel(
                                row.getString("cluster_name"),
                                row.getString("project_id"),
                                row.getString("project_name"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many clusters are in each state, by the name that clients see; states without clusters are left out. */
    public Map<String, Long> byState() {
        return store.read(handle -> handle.createQuery("SELECT state, count(*) AS clusters FROM cluster GROUP BY state")
                .setMapKeyColumn("state")
                .setMapValueColumn("clusters")
                .collectInto(new GenericType<Map<String, Long>>() {}));
    }
}
