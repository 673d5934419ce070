package io.telamon.control.search;

import io.telamon.control.api.ErrorCode;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of the definitions of search indexes. Analyzers and fields are kept as they are sent. */
final class DefinitionRules {

    private static final String OWN = "lucene.";

    private DefinitionRules() {}

    /**
     * The definition with its attributes in alphabetical order.
     *
     * @throws io.telamon.control.api.ApiException {@link ErrorCode#INVALID_JSON_ATTRIBUTE},
     *     {@link ErrorCode#MISSING_ATTRIBUTE}, {@link ErrorCode#ATLAS_FTS_ANALYZER_NAME_CANNOT_REUSED},
     *     {@link ErrorCode#ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE}
     */
    static ObjectNode checked(JsonNode definition, String type) {
        ErrorCode.INVALID_JSON_ATTRIBUTE.refuseIf(!definition.isObject(), "definition");
        String needed = type.equals("vectorSearch") ? "fields" : "mappings";
        ErrorCode.MISSING_ATTRIBUTE.refuseIf(!definition.hasNonNull(needed), needed);
        Set<String> names = new HashSet<>();
        for (JsonNode analyzer : definition.path("analyzers")) {
            String name = analyzer.path("name").asString("");
            ErrorCode.ATLAS_FTS_ANALYZER_NAME_CANNOT_REUSED.refuseIf(name.startsWith(OWN));
            ErrorCode.ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE.refuseIf(!names.add(name));
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        new TreeSet<>(definition.propertyNames()).forEach(name -> sorted.set(name, definition.get(name)));
        return sorted;
    }
}
