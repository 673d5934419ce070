package io.telamon.control.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A search index as clients see it. */
public record SearchIndexView(
        String collectionName,
        String database,
        String indexID,
        JsonNode latestDefinition,
        DefinitionVersion latestDefinitionVersion,
        String name,
        boolean queryable,
        String status,
        String type) {

    /** Which definition it is. The answer to the request that makes an index does not say when, as recorded. */
    public record DefinitionVersion(@Nullable Instant createdAt, long version) {}

    static SearchIndexView of(SearchIndex index) {
        return of(index, index.versionCreated());
    }

    static SearchIndexView ofNew(SearchIndex index) {
        return of(index, null);
    }

    private static SearchIndexView of(SearchIndex index, @Nullable Instant created) {
        return new SearchIndexView(
                index.place().collection(),
                index.place().database(),
                index.id(),
                index.definition(),
                new DefinitionVersion(created, index.version()),
                index.place().name(),
                index.queryable(),
                index.status().name(),
                index.type());
    }
}
