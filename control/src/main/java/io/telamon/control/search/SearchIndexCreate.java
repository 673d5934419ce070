package io.telamon.control.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client sends to make a search index. */
@Valid
public record SearchIndexCreate(
        @NotBlank String collectionName,
        @NotBlank String database,
        @NotNull JsonNode definition,
        @NotBlank String name,

        @Nullable @Pattern(regexp = "search|vectorSearch", message = "must be search or vectorSearch")
        String type) {

    SearchIndex.Place place() {
        return new SearchIndex.Place(database, collectionName, name);
    }
}
