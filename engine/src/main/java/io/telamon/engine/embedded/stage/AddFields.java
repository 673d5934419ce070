package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.Evaluator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $addFields} and {@code $set}: values replace what was there; dotted names and documents lead to fields of fields. */
public final class AddFields extends OwnStage {

    private final FieldTree fields = new FieldTree();

    /**
     * Reads a specification.
     *
     * @throws MongoServerError if it is none
     */
    public AddFields(Document specification, PipelineContext context) {
        super("$addFields", context);
        if (specification.isEmpty()) {
            throw new MongoServerError(
                    40177, "Invalid $addFields :: caused by :: specification must have at least one field");
        }
        specification.forEach((name, value) -> add(name, value));
    }

    private void add(String path, @Nullable Object value) {
        if (value instanceof Document inner && (inner.isEmpty() || !isExpression(inner))) {
            if (inner.isEmpty()) {
                throw new MongoServerError(
                        40180, "An empty object is not a valid value. Found empty object at path " + path);
            }
            inner.forEach((name, each) -> add(path + "." + name, each));
        } else {
            fields.add(path, new FieldTree.Use.Computed(value));
        }
    }

    static boolean isExpression(Document value) {
        return value.keySet().iterator().next().startsWith("$");
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        Evaluator evaluator = evaluator();
        return documents.map(released(evaluator, document -> fields.computed(document, evaluator, scope(document))));
    }
}
