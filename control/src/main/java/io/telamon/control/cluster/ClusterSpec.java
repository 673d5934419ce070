package io.telamon.control.cluster;

import io.telamon.control.cluster.topology.Topology;
import io.telamon.control.store.StoredAsJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What clients set of a cluster.
 *
 * @param autoIndexing what the serverless API was told to do about indexes
 * @param continuousBackup whether continuous backup is on; only serverless instances have it
 * @param settings what the clusters API sets; flex clusters and serverless instances have none
 * @param topology how its nodes are arranged, as the clusters API shows it; flex clusters and serverless instances have none
 */
@StoredAsJson
public record ClusterSpec(
        boolean autoIndexing,
        boolean continuousBackup,
        List<Tag> tags,
        boolean terminationProtection,
        @Nullable ClusterSettings settings,
        @Nullable Topology topology) {

    public ClusterSpec {
        tags = List.copyOf(tags);
    }

    /** What clients set of a flex cluster or serverless instance. */
    public ClusterSpec(boolean autoIndexing, boolean continuousBackup, List<Tag> tags, boolean terminationProtection) {
        this(autoIndexing, continuousBackup, tags, terminationProtection, null, null);
    }
}
