package io.telamon.control.cluster;

/** Whether auto-scaling changes the shards of a cluster together or each by itself. */
public enum AutoScalingMode {
    /** Together: that of clusters made by versions before 2024-10-23, as recorded. */
    CLUSTER_WIDE_SCALING,
    /** Each by itself: that of clusters made by version 2024-10-23 or later. */
    INDEPENDENT_SHARD_SCALING
}
