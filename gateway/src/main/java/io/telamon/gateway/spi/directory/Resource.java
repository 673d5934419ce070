package io.telamon.gateway.spi.directory;

/** What a privilege is about. */
public sealed interface Resource {

    /** The cluster itself. */
    record Cluster() implements Resource {}

    /** Every database that is not reserved for the service. */
    record AnyDatabase() implements Resource {}

    /** Every collection of one database, and the database itself. */
    record Database(String database) implements Resource {}

    /** One collection; with an empty database name, the collections of that name in every database. */
    record Collection(String database, String collection) implements Resource {}
}
