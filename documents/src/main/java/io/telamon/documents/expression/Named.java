package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The named arguments of an operator that takes a document. */
final class Named {
    private final String operator;
    private final Map<String, Value> arguments;

    private Named(String operator, Map<String, Value> arguments) {
        this.operator = operator;
        this.arguments = arguments;
    }

    /**
     * The arguments of a document.
     *
     * @param notDocument the code when the argument is no document
     * @param unknown the code when the document has a name that is not among those known
     */
    static Named of(String operator, Value argument, int notDocument, int unknown, List<String> known) {
        if (!(argument instanceof DocumentValue document)) {
            throw new CommandException(
                    notDocument,
                    operator + " requires an object as an argument, found: "
                            + argument.type().alias());
        }
        Map<String, Value> arguments = new HashMap<>();
        for (Element element : document) {
            if (!known.contains(element.name())) {
                throw new CommandException(unknown, "Unrecognized argument to " + operator + ": " + element.name());
            }
            arguments.put(element.name(), element.value());
        }
        return new Named(operator, arguments);
    }

    boolean has(String name) {
        return arguments.containsKey(name);
    }

    /** The argument as it stands, missing when it is not given. */
    Value raw(String name) {
        return arguments.getOrDefault(name, MissingValue.MISSING);
    }

    /** The argument as it stands, or the error of a code when it is not given. */
    Value required(String name, int code) {
        Value value = arguments.get(name);
        if (value == null) {
            throw new CommandException(code, "Missing '" + name + "' parameter to " + operator);
        }
        return value;
    }

    /** The compiled argument, or the error of a code when it is not given. */
    Expression required(String name, int code, ExpressionParser parser) {
        return parser.parse(required(name, code));
    }

    /** The compiled argument, or another expression when it is not given. */
    Expression optional(String name, Expression otherwise, ExpressionParser parser) {
        Value value = arguments.get(name);
        return value == null ? otherwise : parser.parse(value);
    }

    /** The compiled argument, or an expression that is missing. */
    Expression optional(String name, ExpressionParser parser) {
        return optional(name, Constants.MISSING, parser);
    }
}
