package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.expression.Evaluator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code $redact} of whole documents. */
public final class Redact extends OwnStage {

    private final @Nullable Object expression;

    /** Asks an expression which documents are kept. */
    public Redact(@Nullable Object expression, PipelineContext context) {
        super("$redact", context);
        this.expression = expression;
    }

    @Override
    public Stream<Document> apply(Stream<Document> documents) {
        Evaluator evaluator = evaluator();
        return documents.filter(document -> {
            evaluator.release();
            return keeps(evaluator.evaluate(expression, scope(document)));
        });
    }

    private static boolean keeps(@Nullable Object decision) {
        return switch (String.valueOf(decision)) {
            case "$$KEEP" -> true;
            case "$$PRUNE" -> false;
            case "$$DESCEND" -> throw CommandErrors.notImplemented("$$DESCEND");
            default ->
                throw new MongoServerError(
                        17053,
                        "$redact's expression should not return anything aside from the variables $$KEEP,"
                                + " $$DESCEND, and $$PRUNE, but returned " + decision);
        };
    }
}
