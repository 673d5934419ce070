package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.expression.Evaluator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $replaceRoot} and {@code $replaceWith}. */
public final class ReplaceRoot extends OwnStage {

    private final @Nullable Object root;

    /**
     * Reads a specification.
     *
     * @throws MongoServerError if it is none
     */
    public ReplaceRoot(Document specification, PipelineContext context) {
        super("$replaceRoot", context);
        this.root = specification.getOrMissing("newRoot");
        if (root instanceof Missing) {
            throw new MongoServerError(40231, "no newRoot specified for the $replaceRoot stage");
        }
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        Evaluator evaluator = evaluator();
        return documents.map(released(evaluator, document -> replaced(evaluator.evaluate(root, scope(document)))));
    }

    private static Document replaced(@Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw new MongoServerError(
                40228,
                "'newRoot' expression must evaluate to an object, but resulting value was of type: "
                        + Utils.describeType(value));
    }
}
