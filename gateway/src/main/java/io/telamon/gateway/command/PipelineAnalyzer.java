package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.directory.Action;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.spi.engine.Namespace;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** Reads aggregation pipelines, with the pipelines inside of them, for the namespaces they read and write. */
final class PipelineAnalyzer {

    /** Stands for the collection where an aggregation has none. */
    private static final String DATABASE_ITSELF = "";

    private final String database;
    private final List<RequiredPrivilege> touches = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();

    PipelineAnalyzer(String database) {
        this.database = database;
    }

    /** Reads {@code aggregate}. */
    static CommandFootprint aggregate(Message message) {
        Namespace source =
                new Namespace(message.database(), message.target().isEmpty() ? DATABASE_ITSELF : message.target());
        return new PipelineAnalyzer(message.database())
                .of(source, message.body().get("pipeline"));
    }

    /** The effects of running a pipeline over a source. */
    CommandFootprint of(Namespace source, @Nullable BsonValue pipeline) {
        analyze(source, pipeline);
        return new CommandFootprint(List.copyOf(touches), List.copyOf(stages));
    }

    private void analyze(Namespace source, @Nullable BsonValue pipeline) {
        if (pipeline == null && source.collection().isEmpty()) {
            throw Errors.typeMismatch("'pipeline' option must be specified as an array");
        }
        List<BsonValue> steps = pipeline == null ? List.of() : array(pipeline);
        touches.add(new RequiredPrivilege(readingBy(steps), source));
        steps.forEach(step -> stage(document(step)));
    }

    /** What the first stage does to the source: most read its documents. */
    private static Action readingBy(List<BsonValue> steps) {
        String first = steps.isEmpty() ? "" : document(steps.getFirst()).getFirstKey();
        return switch (first) {
            case "$changeStream" -> Action.CHANGE_STREAM;
            case "$collStats", "$indexStats" -> Action.COLL_STATS;
            default -> Action.FIND;
        };
    }

    private void stage(BsonDocument stage) {
        if (stage.size() != 1) {
            throw Errors.notOneStage();
        }
        String name = stage.getFirstKey();
        BsonValue value = stage.get(name);
        stages.add(name);
        requireDistinct(value);
        switch (name) {
            case "$lookup" -> lookup(document(value));
            case "$graphLookup" ->
                touches.add(
                        new RequiredPrivilege(Action.FIND, from(document(value).get("from"))));
            case "$unionWith" -> union(value);
            case "$facet" -> document(value).values().forEach(this::inner);
            case "$rankFusion", "$scoreFusion" -> fusion(document(value));
            case "$out" -> target(value, Action.REMOVE);
            case "$merge" -> merge(value);
            default -> StageRules.check(name);
        }
    }

    private void lookup(BsonDocument lookup) {
        BsonValue pipeline = lookup.get("pipeline");
        if (lookup.containsKey("from")) {
            analyze(from(lookup.get("from")), pipeline == null ? new BsonArray() : pipeline);
        } else if (pipeline != null) {
            inner(pipeline);
        }
    }

    private void union(@Nullable BsonValue value) {
        if (value instanceof BsonString name) {
            touches.add(new RequiredPrivilege(Action.FIND, new Namespace(database, name.getValue())));
            return;
        }
        BsonDocument union = document(value);
        BsonValue pipeline = union.get("pipeline");
        if (union.containsKey("coll")) {
            analyze(namespace(union), pipeline == null ? new BsonArray() : pipeline);
        } else if (pipeline != null) {
            inner(pipeline);
        }
    }

    private void fusion(BsonDocument fusion) {
        if (!fusion.containsKey("input")) {
            return;
        }
        BsonDocument input = document(fusion.get("input"));
        if (input.containsKey("pipelines")) {
            document(input.get("pipelines")).values().forEach(this::inner);
        }
    }

    /** A pipeline that goes on from the documents at hand. */
    private void inner(BsonValue pipeline) {
        array(pipeline).forEach(step -> stage(document(step)));
    }

    private void target(@Nullable BsonValue value, Action second) {
        Namespace namespace = from(value);
        touches.add(new RequiredPrivilege(Action.INSERT, namespace));
        touches.add(new RequiredPrivilege(second, namespace));
    }

    private void merge(@Nullable BsonValue value) {
        if (!(value instanceof BsonDocument merge)) {
            target(value, Action.UPDATE);
            return;
        }
        if (!merge.containsKey("into")) {
            throw Errors.failedToParse("$merge needs 'into'");
        }
        target(merge.get("into"), Action.UPDATE);
        if (merge.get("whenMatched") instanceof BsonArray pipeline) {
            inner(pipeline);
        }
    }

    /** A collection by name, or by name and database. */
    private Namespace from(@Nullable BsonValue value) {
        if (value instanceof BsonString name) {
            return new Namespace(database, name.getValue());
        }
        return namespace(document(value));
    }

    private Namespace namespace(BsonDocument place) {
        if (!(place.get("coll") instanceof BsonString collection)) {
            throw Errors.failedToParse("a collection's name must be a string");
        }
        return new Namespace(
                place.get("db") instanceof BsonString other ? other.getValue() : database, collection.getValue());
    }

    private static List<BsonValue> array(BsonValue value) {
        if (value instanceof BsonArray array) {
            return array;
        }
        throw Errors.typeMismatch("a pipeline must be an array");
    }

    /** What is read here must be what the engine reads. */
    private static void requireDistinct(@Nullable BsonValue value) {
        if (value instanceof BsonDocument document) {
            Documents.requireDistinctFields(document);
        }
    }

    private static BsonDocument document(@Nullable BsonValue value) {
        if (value instanceof BsonDocument document && !document.isEmpty()) {
            Documents.requireDistinctFields(document);
            return document;
        }
        throw Errors.failedToParse("each element of a pipeline must be an object with a stage");
    }
}
