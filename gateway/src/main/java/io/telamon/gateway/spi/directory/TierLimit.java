package io.telamon.gateway.spi.directory;

/**
 * A quantity that the gateway can limit for a cluster.
 *
 * <p>Each constant names the unit of its value. A value is at least 1 and has no upper bound of its own. A limit without a value is not
 * in force.
 */
public enum TierLimit {
    /** Open connections to one gateway; further ones are closed at once. */
    CONNECTIONS,
    /** Operations in one second at one gateway; further ones wait. */
    OPERATIONS_PER_SECOND,
    /** Databases that hold collections; a command that would create a further one is refused. */
    DATABASES,
    /** Collections over all databases; a command that would create a further one is refused. */
    COLLECTIONS,
    /** Bytes of documents and indexes, uncompressed; a cluster that holds more refuses writes but no deletions. */
    STORAGE_BYTES,
    /** Bytes of a database's name in UTF-8; commands with longer names are refused. */
    DATABASE_NAME_BYTES,
    /** Bytes of a database's and a collection's name in UTF-8 with the dot between; commands with longer names are refused. */
    NAMESPACE_BYTES,
    /** Levels of documents and arrays in each other; deeper ones are refused. Above 180 levels they are in any case. */
    NESTED_DEPTH,
    /** Stages of an aggregation pipeline, those of inner pipelines included; longer ones are refused. */
    PIPELINE_STAGES,
    /** Milliseconds of {@code maxTimeMS} that an aggregation may ask for; more are refused. */
    AGGREGATE_MILLIS
}
