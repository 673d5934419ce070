package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $getField}, {@code $setField} and {@code $unsetField}: fields by name, whatever characters the name has. */
final class FieldOperators {
    private FieldOperators() {}

    static void register(OperatorTable table) {
        table.add("$getField", FieldOperators::getField);
        table.add("$setField", FieldOperators::setField);
        table.add("$unsetField", FieldOperators::unsetField);
    }

    private static Expression getField(String name, Value argument, ExpressionParser parser) {
        Expression current = parser.parse(new StringValue("$$CURRENT"));
        Expression field;
        Expression input = current;
        if (argument instanceof DocumentValue document && !isOperator(document)) {
            Named named = Named.of(name, argument, 3041700, 3041701, List.of("field", "input"));
            field = named.required("field", 3041702, parser);
            input = named.required("input", 3041703, parser);
        } else {
            field = parser.parse(argument);
        }
        if (field instanceof Constant constant && !(constant.value() instanceof StringValue)) {
            throw new CommandException(5654602, "$getField requires 'field' to evaluate to type String");
        }
        return FunctionExpression.of(List.of(field, input), values -> get(values[0], values[1]));
    }

    private static boolean isOperator(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().startsWith("$");
    }

    private static Value get(Value field, Value input) {
        String name = Args.string(field, 3041704, "$getField").text();
        if (input instanceof DocumentValue document) {
            return document.get(name);
        }
        return input.isNullish() && input != MissingValue.MISSING ? NullValue.NULL : MissingValue.MISSING;
    }

    private static Expression setField(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 4161100, 4161101, List.of("field", "input", "value"));
        Value field = named.required("field", 4161102);
        Value value = named.required("value", 4161103);
        Expression input = named.required("input", 4161109, parser);
        String constant = constantName(field, parser);
        return FunctionExpression.of(
                List.of(input, parser.parse(value)), values -> set(constant, values[0], values[1]));
    }

    private static Expression unsetField(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 4161110, 4161111, List.of("field", "input"));
        Value field = named.required("field", 4161102);
        Expression input = named.required("input", 4161109, parser);
        String constant = constantName(field, parser);
        return FunctionExpression.of(List.of(input), values -> set(constant, values[0], MissingValue.MISSING));
    }

    private static String constantName(Value field, ExpressionParser parser) {
        if (field instanceof StringValue text
                && text.text().startsWith("$")
                && !text.text().startsWith("$$")) {
            throw new CommandException(
                    4161108,
                    "'" + text.text()
                            + "' is a field path reference which is not allowed in this context. Did you mean {$literal: '"
                            + text.text() + "'}?");
        }
        if (!(parser.parse(field) instanceof Constant constant)) {
            throw new CommandException(4161106, "$setField requires 'field' to evaluate to a constant");
        }
        String name = Args.string(constant.value(), 4161107, "$setField").text();
        if (name.indexOf('\0') >= 0) {
            throw new CommandException(9534700, "$setField requires a field name without null bytes");
        }
        return name;
    }

    private static Value set(String name, Value input, Value value) {
        if (input.isNullish()) {
            return NullValue.NULL;
        }
        if (!(input instanceof DocumentValue document)) {
            throw new CommandException(4161105, "$setField requires 'input' to evaluate to type Object");
        }
        DocumentBuilder builder = new DocumentBuilder().addAll(document);
        return (value == MissingValue.MISSING ? builder.remove(name) : builder.set(name, value)).build();
    }
}
