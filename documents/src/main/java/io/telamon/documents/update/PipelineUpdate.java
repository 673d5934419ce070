package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.expression.Expression;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.expression.ExpressionParser;
import io.telamon.documents.expression.Variables;
import io.telamon.documents.projection.AddFieldsParser;
import io.telamon.documents.projection.Projection;
import io.telamon.documents.projection.ProjectionParser;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Updates by stages that compute a document of a document. */
final class PipelineUpdate {
    private PipelineUpdate() {}

    static Update parse(ArrayValue pipeline, ExpressionContext context) {
        List<Projection> stages = new ArrayList<>();
        for (Value stage : pipeline.values()) {
            Element element = stage instanceof DocumentValue document && document.size() == 1 ? document.first() : null;
            if (element == null) {
                throw new CommandException(
                        40323, "A pipeline stage specification object must contain exactly one field.");
            }
            stages.add(stage(element, ExpressionParser.of(context)));
        }
        return (document, _, _) -> {
            DocumentValue result = document;
            for (Projection stage : stages) {
                result = stage.apply(result);
            }
            return result.has("_id") || !document.has("_id")
                    ? result
                    : new DocumentBuilder()
                            .add("_id", document.get("_id"))
                            .addAll(result)
                            .build();
        };
    }

    private static Projection stage(Element stage, ExpressionParser parser) {
        return switch (stage.name()) {
            case "$set", "$addFields" -> new AddFieldsParser(parser).parse(stage.value());
            case "$project" -> ProjectionParser.aggregate(stage.value(), parser);
            case "$unset" -> ProjectionParser.aggregate(unset(stage.value()), parser);
            case "$replaceWith" -> replace(parser.compile(stage.value()));
            case "$replaceRoot" -> replaceRoot(stage.value(), parser);
            default ->
                throw ErrorCode.INVALID_OPTIONS.error(stage.name() + " is not allowed to be used within an update");
        };
    }

    private static Projection replaceRoot(Value value, ExpressionParser parser) {
        if (!(value instanceof DocumentValue document)) {
            throw new CommandException(
                    40229, "expected an object as specification for $replaceRoot stage, got " + value.type());
        }
        Value root = document.get("newRoot");
        if (root == MissingValue.MISSING) {
            throw new CommandException(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
        }
        return replace(parser.compile(root));
    }

    private static Projection replace(Expression expression) {
        return (DocumentValue _, Variables variables) -> {
            if (expression.evaluate(variables) instanceof DocumentValue root) {
                return root;
            }
            throw new CommandException(40228, "'newRoot' expression must evaluate to an object");
        };
    }

    private static DocumentValue unset(Value value) {
        List<Value> names = value instanceof ArrayValue array ? array.values() : List.of(value);
        if (names.isEmpty()) {
            throw new CommandException(
                    31119, "$unset specification must be a string or an array with at least one field");
        }
        DocumentBuilder exclusion = new DocumentBuilder();
        for (Value name : names) {
            if (!(name instanceof StringValue text)) {
                throw new CommandException(
                        value instanceof ArrayValue ? 31120 : 31002,
                        "$unset specification must be a string or an array of strings");
            }
            exclusion.add(text.text(), new Int32Value(0));
        }
        return exclusion.build();
    }
}
