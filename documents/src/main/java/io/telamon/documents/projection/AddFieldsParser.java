package io.telamon.documents.projection;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.expression.ExpressionParser;
import io.telamon.documents.expression.FieldPaths;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.Value;
import java.util.Arrays;

/** Compiles the fields of {@code $addFields} and {@code $set}. */
public final class AddFieldsParser {
    private final ExpressionParser expressions;

    /** A parser for the stages of one command. */
    public AddFieldsParser(ExpressionContext context) {
        this(ExpressionParser.of(context));
    }

    /** A parser for expressions that see the variables of another parser. */
    public AddFieldsParser(ExpressionParser expressions) {
        this.expressions = expressions;
    }

    /**
     * Compiles the fields.
     *
     * @throws CommandException 40272 when the value is no document, 40176 for conflicting paths, and others
     */
    public Projection parse(Value value) {
        if (!(value instanceof DocumentValue document)) {
            throw new CommandException(40272, "$addFields specification stage must be an object, got " + value.type());
        }
        Node root = new Node();
        for (Element element : document) {
            field(root, FieldPaths.parse(element.name()), element.value());
        }
        return new Computation(root);
    }

    private void field(Node root, FieldName[] path, Value value) {
        if (!(value instanceof DocumentValue document) || document.isEmpty()) {
            root.put(path, new Action.Compute(expressions.compile(value)), 40176, 40176);
            return;
        }
        if (document.names().stream().anyMatch(name -> name.startsWith("$"))) {
            if (document.size() > 1) {
                throw new CommandException(40181, "an expression specification must contain exactly one field");
            }
            root.put(path, new Action.Compute(expressions.compile(value)), 40176, 40176);
            return;
        }
        for (Element element : document) {
            if (element.name().indexOf('.') >= 0) {
                throw new CommandException(40183, "FieldPath field names may not contain '.' in a nested object.");
            }
            FieldName[] nested = Arrays.copyOf(path, path.length + 1);
            nested[path.length] = FieldPaths.parse(element.name())[0];
            field(root, nested, element.value());
        }
    }
}
