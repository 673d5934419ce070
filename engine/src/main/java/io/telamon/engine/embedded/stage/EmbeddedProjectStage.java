package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.Evaluator;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $project} and {@code $unset}: fields kept in the order of the document and computed ones behind them, or all but some. */
public final class EmbeddedProjectStage extends OwnStage {

    private static final String ID = "_id";

    private final FieldTree fields = new FieldTree();
    private boolean includes;
    private boolean excludes;
    private boolean computes;
    private boolean mentionsId;
    private boolean keepsId;

    /**
     * Reads a specification.
     *
     * @throws MongoServerError if it is none
     */
    public EmbeddedProjectStage(Document specification, PipelineContext context) {
        super("$project", context);
        if (specification.isEmpty()) {
            throw new MongoServerError(
                    40177, "Invalid $project :: caused by :: projection specification must have at least one field");
        }
        specification.forEach((name, value) -> add(name, value));
        if (keepsListedOnly() && !mentionsId) {
            fields.add(ID, new FieldTree.Use.Included());
        }
    }

    /** All but these fields. */
    public static EmbeddedProjectStage without(@Nullable Object paths, PipelineContext context) {
        Document specification = new Document();
        for (Object path : paths instanceof Collection<?> several ? several : List.of(String.valueOf(paths))) {
            specification.put(String.valueOf(path), false);
        }
        return new EmbeddedProjectStage(specification, context);
    }

    private boolean keepsListedOnly() {
        return includes || computes || (keepsId && !excludes);
    }

    private void add(String path, @Nullable Object value) {
        mentionsId |= path.equals(ID) || path.startsWith(ID + ".");
        if (value instanceof Boolean || value instanceof Number) {
            toggle(path, Utils.isTrue(value));
        } else if (value instanceof Document inner && !inner.isEmpty() && !AddFields.isExpression(inner)) {
            inner.forEach((name, each) -> add(path + "." + name, each));
        } else {
            computes = true;
            checkKind(path, true);
            fields.add(path, new FieldTree.Use.Computed(value));
        }
    }

    /** Keeping {@code _id} says nothing about the other fields, nor does leaving it out. */
    private void toggle(String path, boolean included) {
        checkKind(path, included);
        if (!path.equals(ID)) {
            includes |= included;
            excludes |= !included;
        } else {
            keepsId = included;
        }
        fields.add(path, included ? new FieldTree.Use.Included() : new FieldTree.Use.Excluded());
    }

    private void checkKind(String path, boolean included) {
        if (path.equals(ID)) {
            return;
        }
        if (included && excludes) {
            throw new MongoServerError(
                    31253,
                    "Invalid $project :: caused by :: Cannot do inclusion on field " + path
                            + " in exclusion projection");
        }
        if (!included && keepsListedOnly()) {
            throw new MongoServerError(
                    31254,
                    "Invalid $project :: caused by :: Cannot do exclusion on field " + path
                            + " in inclusion projection");
        }
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        if (!keepsListedOnly()) {
            return documents.map(fields::rest);
        }
        Evaluator evaluator = evaluator();
        return documents.map(released(
                evaluator, document -> fields.computed(fields.included(document), evaluator, scope(document))));
    }
}
