package io.telamon.control.cluster.topology;

/**
 * A shard: a replica set that has a part of the documents, or all.
 *
 * @param id 24 hexadecimal digits, the id of the replication spec in versions that have one for each shard
 */
public record Shard(String id) {}
