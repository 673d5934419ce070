package io.telamon.control.cluster.dedicated;

/** How the documents of a cluster are spread. */
enum ClusterType {
    REPLICASET,
    SHARDED,
    GEOSHARDED
}
