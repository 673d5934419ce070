package io.telamon.control.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import tools.jackson.databind.JsonNode;

/** What a client sends to define a search index anew. */
@Valid
public record SearchIndexUpdate(@NotNull JsonNode definition) {}
