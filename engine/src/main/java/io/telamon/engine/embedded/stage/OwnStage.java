package io.telamon.engine.embedded.stage;

import de.bwaldvogel.mongo.backend.aggregation.stage.AggregationStage;
import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.expression.Evaluator;
import io.telamon.engine.embedded.expression.VariableScope;
import java.util.function.Function;

/** A stage that makes one document of each. What it computed for one counts against the limits until the next one comes. */
abstract class OwnStage implements AggregationStage {

    private final String name;
    private final PipelineContext context;

    OwnStage(String name, PipelineContext context) {
        this.name = name;
        this.context = context;
    }

    @Override
    public String name() {
        return name;
    }

    Evaluator evaluator() {
        return new Evaluator(context.limits());
    }

    VariableScope scope(Document document) {
        return new VariableScope(document, context.variables());
    }

    /** Gives the memory of the document before back, then does something. */
    static <T> Function<Document, T> released(Evaluator evaluator, Function<Document, T> work) {
        return document -> {
            evaluator.release();
            return work.apply(document);
        };
    }
}
