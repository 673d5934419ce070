package io.telamon.gateway.spi.directory;

/** What a cluster may use. Zero or less switches a limit off. */
public enum TierLimit {
    /** Open connections. */
    CONNECTIONS(500, 500),
    /** Operations a second; more wait. */
    OPERATIONS_PER_SECOND(500, 0),
    /** Databases that hold collections. */
    DATABASES(100, 50),
    /** Collections over all databases. */
    COLLECTIONS(500, 500),
    /** Bytes of documents and indexes, uncompressed. */
    STORAGE_BYTES(5L << 30, 1L << 40),
    /** Bytes of a database's name. */
    DATABASE_NAME_BYTES(38, 38),
    /** Bytes of a database's and collection's name with the dot between. */
    NAMESPACE_BYTES(95, 95),
    /** Levels of documents and arrays in each other. */
    NESTED_DEPTH(50, 50),
    /** Stages of an aggregation pipeline, those of inner pipelines included. */
    PIPELINE_STAGES(50, 50),
    /** Milliseconds of {@code maxTimeMS} that an aggregation may ask for. */
    AGGREGATE_MILLIS(300_000, 300_000);

    private final long flex;
    private final long serverless;

    TierLimit(long flex, long serverless) {
        this.flex = flex;
        this.serverless = serverless;
    }

    long ofKind(ClusterKind kind) {
        return switch (kind) {
            case FLEX -> flex;
            case SERVERLESS -> serverless;
        };
    }
}
