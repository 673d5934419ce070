package io.telamon.control.search;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A search index as the older operations show it: the parts of its definition stand beside its name. */
final class FtsIndexView {

    private static final String MAPPINGS = "mappings";

    private FtsIndexView() {}

    static Map<String, Object> of(SearchIndex index) {
        Map<String, Object> view = new TreeMap<>();
        index.definition().properties().forEach(part -> view.put(part.getKey(), part.getValue()));
        view.put("collectionName", index.place().collection());
        view.put("database", index.place().database());
        view.put("indexID", index.id());
        view.put("name", index.place().name());
        view.put("status", index.status() == SearchIndex.Status.READY ? "STEADY" : "IN_PROGRESS");
        view.putIfAbsent("synonyms", JsonNodeFactory.instance.arrayNode());
        view.put("type", index.type());
        return view;
    }

    /** The view of one index that was asked for, whose mappings show fields that are not there as null, as recorded. */
    static Map<String, Object> ofOne(SearchIndex index) {
        Map<String, Object> view = of(index);
        JsonNode mappings = index.definition().path(MAPPINGS);
        if (mappings.isObject() && !mappings.has("fields")) {
            ObjectNode shown = ((ObjectNode) mappings).deepCopy();
            shown.putNull("fields");
            view.put(MAPPINGS, shown);
        }
        return view;
    }
}
