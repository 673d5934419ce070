package io.telamon.control.cluster;

import java.util.List;

/**
 * What clients set of a cluster by the clusters API alone.
 *
 * @param labels in the order in which they were sent
 * @param autoScalingMode decided by the version that made the cluster
 */
public record ClusterSettings(List<ComponentLabel> labels, AutoScalingMode autoScalingMode) {

    /** Keeps a copy. */
    public ClusterSettings {
        labels = List.copyOf(labels);
    }
}
