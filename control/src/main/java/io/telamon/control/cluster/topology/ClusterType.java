package io.telamon.control.cluster.topology;

/** How the documents of a cluster are spread. */
public enum ClusterType {
    REPLICASET,
    SHARDED,
    /** Sharded in zones, each near to some of the users: a global cluster. */
    GEOSHARDED
}
