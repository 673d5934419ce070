package io.telamon.control.search;

import io.telamon.control.cluster.Cluster;
import io.telamon.control.store.StoredAsJson;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * A search index of a collection.
 *
 * @param cluster the id of the cluster
 * @param type {@code search} or {@code vectorSearch}
 * @param definition what a client has set of it
 * @param version of the definition, from 0
 * @param versionCreated when the definition was set
 * @param queryable whether it has been built once
 */
@StoredAsJson
record SearchIndex(
        String id,
        String cluster,
        Place place,
        String type,
        ObjectNode definition,
        long version,
        Instant versionCreated,
        Status status,
        boolean queryable) {

    /** Where an index is, which no two of a cluster have in common. */
    record Place(String database, String collection, String name) {}

    /** The state of an index. */
    enum Status {
        /** Building it has not begun. */
        PENDING,
        BUILDING,
        READY,
        DELETING
    }

    /** A new one. */
    static SearchIndex of(String id, Cluster cluster, Place place, String type, ObjectNode definition, Instant now) {
        return new SearchIndex(id, cluster.id().value(), place, type, definition, 0, now, Status.PENDING, false);
    }

    SearchIndex defined(ObjectNode other, Instant now) {
        return new SearchIndex(id, cluster, place, type, other, version + 1, now, Status.PENDING, queryable);
    }

    SearchIndex in(Status other) {
        return new SearchIndex(
                id,
                cluster,
                place,
                type,
                definition,
                version,
                versionCreated,
                other,
                other == Status.READY || (queryable && other != Status.DELETING));
    }
}
