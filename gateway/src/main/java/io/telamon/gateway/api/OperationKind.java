package io.telamon.gateway.api;

/** The kinds in which operations are counted. */
public enum OperationKind {
    /** Documents inserted, by command. */
    INSERT,
    /** Finds, aggregations, counts and distincts. */
    QUERY,
    /** Updates and modifications found by a query. */
    UPDATE,
    /** Deletions. */
    DELETE,
    /** Further batches of a cursor. */
    GETMORE,
    /** Everything else. */
    COMMAND
}
