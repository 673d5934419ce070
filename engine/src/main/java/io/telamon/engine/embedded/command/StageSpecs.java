package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.ExpressionLimits;
import io.telamon.engine.embedded.expression.Paths;
import io.telamon.engine.embedded.stage.AccumulatorSpec;
import io.telamon.engine.embedded.stage.AddFields;
import io.telamon.engine.embedded.stage.EmbeddedBucketStage;
import io.telamon.engine.embedded.stage.EmbeddedProjectStage;
import io.telamon.engine.embedded.stage.PipelineContext;
import io.telamon.engine.embedded.stage.Sample;
import io.telamon.engine.embedded.stage.Unwind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands behind the names of stages, checked before a document is read. */
final class StageSpecs {

    private static final PipelineContext NO_CONTEXT = new PipelineContext(ExpressionLimits.NONE, Map.of());

    private StageSpecs() {}

    /**
     * Checks a stage.
     *
     * @throws MongoServerError if MongoDB would not take it, or this engine cannot run it
     */
    static void check(String name, @Nullable Object value) {
        switch (name) {
            case "$project" -> project(Pipelines.document(name, value));
            case "$addFields" -> addFields(Pipelines.document(name, value));
            case "$group" -> group(Pipelines.document(name, value));
            case "$bucket" -> bucket(Pipelines.document(name, value));
            case "$replaceRoot" ->
                Expressions.check(Pipelines.document(name, value).get("newRoot"));
            case "$redact" -> Expressions.check(value);
            case "$sort" -> Filters.checkSort(Pipelines.document(name, value));
            case "$sample" -> Sample.size(value);
            case "$unwind" -> unwind(value);
            case "$unset" -> unset(value);
            case "$limit" -> number(name, value, 1, 15958, "the limit must be positive");
            case "$skip" ->
                number(name, value, 0, 5107200, "invalid argument to $skip stage: Expected a non-negative number");
            case "$merge" -> merge(value);
            default -> {}
        }
    }

    private static void project(Document specification) {
        EmbeddedProjectStage checked = new EmbeddedProjectStage(specification, NO_CONTEXT);
        Expressions.checkFields(specification, checked.name());
    }

    private static void addFields(Document specification) {
        AddFields checked = new AddFields(specification, NO_CONTEXT);
        Expressions.checkFields(specification, checked.name());
    }

    private static void group(Document specification) {
        if (!specification.containsKey("_id")) {
            throw new MongoServerError(15955, "a group specification must include an _id");
        }
        Document accumulators = specification.clone();
        Expressions.check(accumulators.remove("_id"));
        accumulators(accumulators);
    }

    private static void accumulators(Document accumulators) {
        AccumulatorSpec.read(accumulators).forEach(spec -> Expressions.check(spec.expression()));
    }

    private static void bucket(Document specification) {
        EmbeddedBucketStage.of(specification, NO_CONTEXT);
        Expressions.check(specification.get("groupBy"));
        accumulators(EmbeddedBucketStage.output(specification));
    }

    private static void unwind(@Nullable Object value) {
        if (value == null) {
            throw new MongoServerError(
                    15981, "expected either a string or an object as specification for $unwind stage");
        }
        Unwind checked = new Unwind(value);
        if (value instanceof Document document && document.get("includeArrayIndex") instanceof String index) {
            path(checked.name(), index);
        }
    }

    private static void unset(@Nullable Object value) {
        for (Object path : value instanceof Collection<?> several ? several : List.of(String.valueOf(value))) {
            if (!(path instanceof String text)) {
                throw new MongoServerError(
                        31120, "$unset specification must be a string or an array containing only string values");
            }
            Paths.split(text);
        }
    }

    private static void number(String name, @Nullable Object value, long least, int code, String message) {
        if (!(value instanceof Number number)) {
            throw new MongoServerError(code, "invalid argument to " + name + " stage: Expected a number");
        }
        if (number.longValue() < least) {
            throw new MongoServerError(code, message);
        }
    }

    private static void merge(@Nullable Object value) {
        if (value instanceof Document fields && fields.get("whenMatched") instanceof Collection<?>) {
            throw CommandErrors.notImplemented("$merge with a pipeline");
        }
    }

    /** Checks a path that a stage needs. */
    static void path(String stage, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw CommandErrors.failedToParse("the " + stage + " stage needs a path, found " + value);
        }
        Paths.split(text);
    }

    /** {@code $sortByCount} as the stages that it is short for. */
    static List<Document> sortByCount(@Nullable Object value) {
        Expressions.check(value);
        return List.of(
                new Document("$group", new Document("_id", value).append("count", new Document("$sum", 1))),
                new Document("$sort", new Document("count", -1).append("_id", 1)));
    }

    /** {@code $count} as the stages that it is short for. */
    static List<Document> count(@Nullable Object value) {
        if (!(value instanceof String name) || name.isEmpty()) {
            throw new MongoServerError(40157, "the count field must be a non-empty string");
        }
        if (name.startsWith("$")) {
            throw new MongoServerError(40158, "the count field cannot be a $-prefixed path");
        }
        if (name.contains("\0")) {
            throw CommandErrors.nullByteInPath();
        }
        if (name.contains(".")) {
            throw new MongoServerError(40160, "the count field cannot contain '.'");
        }
        return List.of(
                new Document("$group", new Document("_id", null).append(name, new Document("$sum", 1))),
                new Document("$project", new Document("_id", 0)));
    }
}
