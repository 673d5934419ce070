package io.telamon.gateway.spi.engine;

/**
 * The name of a collection in its database.
 *
 * @param database the database's name
 * @param collection the collection's name, empty for the database itself
 */
public record Namespace(String database, String collection) {

    @Override
    public String toString() {
        return database + "." + collection;
    }
}
