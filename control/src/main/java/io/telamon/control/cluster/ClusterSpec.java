package io.telamon.control.cluster;

import io.telamon.control.store.StoredAsJson;
import java.util.List;

/**
 * What clients set of a cluster.
 *
 * @param autoIndexing what the serverless API was told to do about indexes
 * @param continuousBackup whether continuous backup is on; only serverless instances have it
 */
@StoredAsJson
public record ClusterSpec(
        boolean autoIndexing, boolean continuousBackup, List<Tag> tags, boolean terminationProtection) {

    public ClusterSpec {
        tags = List.copyOf(tags);
    }
}
