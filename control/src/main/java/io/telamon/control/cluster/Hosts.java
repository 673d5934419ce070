package io.telamon.control.cluster;

/**
 * The names under which a cluster is reached, given to it when it is made and never changed.
 *
 * @param label the cluster's own label in its domain
 * @param hash the domain that holds the cluster's hosts, below the service's
 * @param shardLabel what the names of its hosts begin with
 * @param replicaSet name of its replica set
 * @param port of its own, 0 when it has none
 */
public record Hosts(String label, String hash, String shardLabel, String replicaSet, int port) {}
