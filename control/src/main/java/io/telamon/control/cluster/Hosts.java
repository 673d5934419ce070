package io.telamon.control.cluster;

import java.util.OptionalInt;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * The names under which a cluster is reached, given to it when it is made and never changed.
 *
 * @param label the cluster's own label in its domain
 * @param hash the domain that holds the cluster's hosts, below the service's
 * @param shardLabel what the names of its hosts begin with
 * @param replicaSet name of its replica set
 * @param port of its own, 1 to 65535, if it has one
 */
public record Hosts(
        @ColumnName("host_label") String label,
        @ColumnName("host_hash") String hash,
        String shardLabel,
        String replicaSet,
        OptionalInt port) {}
