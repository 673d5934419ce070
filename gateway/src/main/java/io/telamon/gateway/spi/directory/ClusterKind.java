package io.telamon.gateway.spi.directory;

/** The tier of a cluster: it decides which commands are refused and how use is counted. */
public enum ClusterKind {
    /** A flex cluster: throttled, limited in storage, some commands refused. */
    FLEX,
    /** A genuine serverless instance: reads and writes are metered in processing units. */
    SERVERLESS
}
