package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the stages of aggregations, inner ones included, and puts the names that mongo-java-server knows for those it does not. */
final class Pipelines {

    private static final Set<String> KNOWN = Set.of(
            "$match",
            "$skip",
            "$limit",
            "$sort",
            "$project",
            "$count",
            "$group",
            "$addFields",
            "$unwind",
            "$lookup",
            "$replaceRoot",
            "$sample",
            "$sortByCount",
            "$bucket",
            "$facet",
            "$unset",
            "$redact",
            "$out",
            "$merge");

    /** Stages that MongoDB has and this engine does not. */
    private static final Set<String> REFUSED = Set.of(
            "$unionWith",
            "$graphLookup",
            "$bucketAuto",
            "$setWindowFields",
            "$densify",
            "$fill",
            "$search",
            "$searchMeta",
            "$vectorSearch",
            "$collStats",
            "$documents",
            "$changeStream",
            "$changeStreamSplitLargeEvent",
            "$geoNear",
            "$indexStats",
            "$currentOp",
            "$listLocalSessions",
            "$listSessions",
            "$planCacheStats",
            "$rankFusion",
            "$querySettings",
            "$listSearchIndexes");

    private Pipelines() {}

    /** A pipeline that mongo-java-server understands and that means the same. */
    static List<Document> prepare(@Nullable Object pipeline) {
        if (!(pipeline instanceof Collection<?> stages)) {
            throw Errors.typeMismatch("'pipeline' option must be specified as an array");
        }
        List<Document> prepared = new ArrayList<>();
        for (Object stage : stages) {
            if (!(stage instanceof Document document)) {
                throw Errors.typeMismatch("Each element of the 'pipeline' array must be an object");
            }
            prepared.add(stage(document));
        }
        return prepared;
    }

    private static Document stage(Document stage) {
        if (stage.size() != 1) {
            throw new de.bwaldvogel.mongo.exception.MongoServerError(
                    40323, "A pipeline stage specification object must contain exactly one field.");
        }
        Map.Entry<String, Object> only = stage.entrySet().iterator().next();
        Object value = only.getValue();
        return switch (only.getKey()) {
            case "$set" -> checked(new Document("$addFields", value), "$addFields", value);
            case "$replaceWith" ->
                checked(new Document("$replaceRoot", new Document("newRoot", value)), "$replaceRoot", value);
            case "$facet" -> new Document("$facet", facets(document("$facet", value)));
            case "$lookup" -> new Document("$lookup", lookup(document("$lookup", value)));
            default -> checked(stage, only.getKey(), value);
        };
    }

    private static Document checked(Document stage, String name, @Nullable Object value) {
        if (REFUSED.contains(name)) {
            throw Errors.notImplemented("the aggregation stage " + name);
        }
        if (!KNOWN.contains(name)) {
            throw new de.bwaldvogel.mongo.exception.MongoServerError(
                    40324, "Unrecognized pipeline stage name: '" + name + "'");
        }
        if (name.equals("$match")) {
            return new Document(name, Filters.prepare(document(name, value)));
        }
        Expressions.check(value);
        if (name.equals("$sort")) {
            Filters.checkSort(document(name, value));
        }
        return stage;
    }

    private static Document document(String name, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw Errors.failedToParse("the " + name + " stage specification must be an object");
    }

    private static Document facets(Document facets) {
        Document prepared = new Document();
        facets.forEach((name, pipeline) -> prepared.put(name, prepare(pipeline)));
        return prepared;
    }

    private static Document lookup(Document lookup) {
        if (!(lookup.get("from") instanceof String)) {
            throw Errors.notImplemented("$lookup from another database");
        }
        if (!lookup.containsKey("pipeline")) {
            return lookup;
        }
        if (lookup.containsKey("localField")) {
            throw Errors.notImplemented("$lookup with both localField and pipeline");
        }
        Document prepared = lookup.clone();
        prepared.put("pipeline", prepare(lookup.get("pipeline")));
        prepared.putIfAbsent("let", new Document());
        return prepared;
    }
}
