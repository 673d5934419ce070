package io.telamon.control.search;

import io.telamon.control.api.ReadOnly;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a client of the older operations sends of a search index: the parts of its definition stand beside its name. */
@Valid
@ReadOnly({"indexID", "status"})
public record FtsIndexRequest(
        @Nullable JsonNode analyzer,
        @Nullable JsonNode analyzers,
        @NotBlank String collectionName,
        @NotBlank String database,
        @Nullable JsonNode fields,
        @Nullable JsonNode mappings,
        @NotBlank String name,
        @Nullable JsonNode nestedRoot,
        @Nullable JsonNode numPartitions,
        @Nullable JsonNode searchAnalyzer,
        @Nullable JsonNode storedSource,
        @Nullable JsonNode synonyms,

        @Nullable @Pattern(regexp = "search|vectorSearch", message = "must be search or vectorSearch")
        String type) {

    SearchIndex.Place place() {
        return new SearchIndex.Place(database, collectionName, name);
    }

    /** The definition that the parts make. */
    ObjectNode definition() {
        ObjectNode definition = JsonNodeFactory.instance.objectNode();
        put(definition, "analyzer", analyzer);
        put(definition, "analyzers", analyzers);
        put(definition, "fields", fields);
        put(definition, "mappings", mappings);
        put(definition, "nestedRoot", nestedRoot);
        put(definition, "numPartitions", numPartitions);
        put(definition, "searchAnalyzer", searchAnalyzer);
        put(definition, "storedSource", storedSource);
        put(definition, "synonyms", synonyms);
        return definition;
    }

    private static void put(ObjectNode definition, String name, @Nullable JsonNode part) {
        if (part != null && !part.isNull()) {
            definition.set(name, part);
        }
    }
}
