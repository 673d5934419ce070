package io.telamon.control.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client changes of a cluster, by the names of {@link ClusterSpec}; what is not there stays as it is.
 *
 * @param tags all tags that the cluster is to have
 */
public record ClusterChange(
        @Nullable Boolean autoIndexing,
        @Nullable Boolean continuousBackup,
        @Nullable List<Tag> tags,
        @Nullable Boolean terminationProtection) {

    ClusterChange withoutContinuousBackup() {
        return new ClusterChange(autoIndexing, null, tags, terminationProtection);
    }
}
