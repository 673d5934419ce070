package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the stages of aggregations, inner ones included, and writes those that are short for others as these. */
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
            "$listSearchIndexes",
            "$listSampledQueries",
            "$listClusterCatalog",
            "$queryStats",
            "$scoreFusion",
            "$score",
            "$shardedDataDistribution");

    private static final Set<String> LAST = Set.of("$out", "$merge");

    private static final CommandFields LOOKUP =
            CommandFields.of("$lookup", "from as localField foreignField let pipeline", "");

    private Pipelines() {}

    /**
     * A pipeline that means the same, of stages that this engine runs.
     *
     * @throws MongoServerError if it is none, or this engine cannot run it
     */
    static List<Document> prepare(@Nullable Object pipeline) {
        if (!(pipeline instanceof Collection<?> stages)) {
            throw CommandErrors.typeMismatch("'pipeline' option must be specified as an array");
        }
        List<Document> prepared = new ArrayList<>();
        for (Object stage : stages) {
            if (!(stage instanceof Document document)) {
                throw CommandErrors.typeMismatch("Each element of the 'pipeline' array must be an object");
            }
            prepared.addAll(stage(document));
        }
        for (Document stage : prepared.isEmpty() ? prepared : prepared.subList(0, prepared.size() - 1)) {
            stage.keySet().stream().filter(LAST::contains).findFirst().ifPresent(name -> {
                throw new MongoServerError(40601, name + " can only be the final stage in the pipeline");
            });
        }
        return prepared;
    }

    private static List<Document> stage(Document stage) {
        if (stage.size() != 1) {
            throw new MongoServerError(40323, "A pipeline stage specification object must contain exactly one field.");
        }
        Map.Entry<String, Object> only = stage.entrySet().iterator().next();
        Object value = only.getValue();
        return switch (only.getKey()) {
            case "$set" -> List.of(checked("$addFields", value));
            case "$replaceWith" -> List.of(checked("$replaceRoot", new Document("newRoot", value)));
            case "$facet" -> List.of(new Document("$facet", facets(document("$facet", value))));
            case "$lookup" -> List.of(new Document("$lookup", lookup(document("$lookup", value))));
            case "$sortByCount" -> StageSpecs.sortByCount(value);
            case "$count" -> StageSpecs.count(value);
            default -> List.of(checked(only.getKey(), value));
        };
    }

    private static Document checked(String name, @Nullable Object value) {
        if (REFUSED.contains(name)) {
            throw CommandErrors.notImplemented("the aggregation stage " + name);
        }
        if (!KNOWN.contains(name)) {
            throw new MongoServerError(40324, "Unrecognized pipeline stage name: '" + name + "'");
        }
        if (name.equals("$match")) {
            return new Document(name, Filters.prepare(document(name, value)));
        }
        StageSpecs.check(name, value);
        return new Document(name, value);
    }

    static Document document(String name, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw CommandErrors.failedToParse("the " + name + " stage specification must be an object");
    }

    private static Document facets(Document facets) {
        Document prepared = new Document();
        facets.forEach((name, pipeline) -> prepared.put(name, prepare(pipeline)));
        return prepared;
    }

    private static Document lookup(Document lookup) {
        LOOKUP.check(lookup);
        if (!(lookup.get("from") instanceof String)) {
            throw CommandErrors.notImplemented("$lookup from another database");
        }
        StageSpecs.path("$lookup", lookup.get("as"));
        if (!lookup.containsKey("pipeline")) {
            StageSpecs.path("$lookup", lookup.get("localField"));
            StageSpecs.path("$lookup", lookup.get("foreignField"));
            return lookup;
        }
        if (lookup.containsKey("localField") || lookup.containsKey("foreignField")) {
            throw CommandErrors.notImplemented("$lookup with both localField and pipeline");
        }
        Document prepared = lookup.clone();
        prepared.put("pipeline", prepare(lookup.get("pipeline")));
        if (lookup.get("let") instanceof Document let) {
            let.values().forEach(Expressions::check);
        }
        return prepared;
    }
}
