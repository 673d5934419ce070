package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import java.util.List;

/** {@code $convert} and its short forms. Null and missing give null, or what {@code onNull} says. */
final class ConvertOperators {
    private static final List<String> ARGUMENTS = List.of("input", "to", "format", "onError", "onNull", "byteOrder");

    private ConvertOperators() {}

    static void register(OperatorTable table) {
        table.add("$convert", ConvertOperators::parse);
        shortForm(table, "$toBool", ValueType.BOOLEAN);
        shortForm(table, "$toDate", ValueType.DATE_TIME);
        shortForm(table, "$toDecimal", ValueType.DECIMAL128);
        shortForm(table, "$toDouble", ValueType.DOUBLE);
        shortForm(table, "$toInt", ValueType.INT32);
        shortForm(table, "$toLong", ValueType.INT64);
        shortForm(table, "$toObjectId", ValueType.OBJECT_ID);
        shortForm(table, "$toString", ValueType.STRING);
        shortForm(table, "$toArray", ValueType.ARRAY);
        shortForm(table, "$toObject", ValueType.DOCUMENT);
        table.add(
                "$toUUID",
                (name, argument, parser) -> single(
                        name,
                        argument,
                        parser,
                        new Conversion(ValueType.BINARY, 4, new StringValue("uuid"), MissingValue.MISSING)));
    }

    private static void shortForm(OperatorTable table, String operator, ValueType type) {
        table.add(
                operator,
                (name, argument, parser) -> single(
                        name, argument, parser, new Conversion(type, 0, MissingValue.MISSING, MissingValue.MISSING)));
    }

    private static Expression single(String name, Value argument, ExpressionParser parser, Conversion conversion) {
        List<Expression> operands = parser.arguments(argument);
        if (operands.size() != 1) {
            throw new CommandException(50723, name + " requires a single argument, got " + operands.size());
        }
        return FunctionExpression.of(
                operands, values -> values[0].isNullish() ? NullValue.NULL : conversion.apply(values[0]));
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        int code = ErrorCode.FAILED_TO_PARSE.code();
        Named named = Named.of(name, argument, code, code, ARGUMENTS);
        Expression input = named.required("input", code, parser);
        Value to = named.required("to", code);
        Expression type;
        Expression subtype = Constants.MISSING;
        if (to instanceof DocumentValue document && !isOperator(document)) {
            Named target = Named.of(name, document, code, code, List.of("type", "subtype"));
            type = target.required("type", code, parser);
            subtype = target.optional("subtype", parser);
        } else {
            type = parser.parse(to);
        }
        boolean withSubtype = !(subtype instanceof Constant constant) || constant.value() != MissingValue.MISSING;
        Expression onNull = named.optional("onNull", new Constant(NullValue.NULL), parser);
        Expression onError = named.has("onError") ? named.optional("onError", parser) : null;
        List<Expression> parts = List.of(
                input,
                type,
                subtype,
                named.optional("format", parser),
                named.optional("byteOrder", parser),
                onNull,
                onError == null ? Constants.MISSING : onError);
        boolean typed = to instanceof DocumentValue document && !isOperator(document);
        boolean caught = onError != null;
        return FunctionExpression.of(parts, values -> convert(values, typed, withSubtype, caught));
    }

    private static boolean isOperator(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().startsWith("$");
    }

    private static Value convert(Value[] values, boolean typed, boolean withSubtype, boolean caught) {
        if (values[0].isNullish()) {
            return values[5];
        }
        if (values[1].isNullish() && !typed) {
            return NullValue.NULL;
        }
        Value to = values[1];
        Value subtype = values[2];
        if (to instanceof DocumentValue document) {
            subtype = document.get("subtype");
            to = document.get("type");
        }
        Conversion conversion = new Conversion(
                target(to),
                withSubtype || subtype != MissingValue.MISSING ? subtype(subtype) : 0,
                values[3],
                values[4]);
        try {
            return conversion.apply(values[0]);
        } catch (CommandException e) {
            if (caught && e.code() == ErrorCode.CONVERSION_FAILURE.code()) {
                return values[6];
            }
            throw e;
        }
    }

    private static ValueType target(Value to) {
        if (to instanceof StringValue string) {
            ValueType type = ValueType.ofAlias(string.text());
            if (type == null || type == ValueType.MISSING) {
                throw ErrorCode.BAD_VALUE.error("Unknown type name: " + string.text());
            }
            return type;
        }
        if (!(to instanceof NumberValue number) || !number.isLong()) {
            throw ErrorCode.FAILED_TO_PARSE.error(
                    "$convert's 'to' argument must be a string or number, but is " + to.type());
        }
        long code = number.toLong();
        if (code == 0) {
            return ValueType.MISSING;
        }
        ValueType type = code < -1 || code > 127 ? null : ValueType.ofCode((int) code);
        if (type == null) {
            throw ErrorCode.FAILED_TO_PARSE.error(
                    "In $convert, numeric value for 'to' does not correspond to a BSON type: " + code);
        }
        return type;
    }

    private static int subtype(Value value) {
        if (!(value instanceof NumberValue number)) {
            throw new CommandException(
                    4341108, "$convert's 'subtype' argument must be a number, but is " + value.type());
        }
        if (!number.isLong()) {
            throw new CommandException(4341106, "In $convert, numeric 'subtype' argument is not an integer");
        }
        long subtype = number.toLong();
        if ((subtype < 0 || subtype > 9) && (subtype < 128 || subtype > 255)) {
            throw new CommandException(
                    4341107,
                    "In $convert, numeric value for 'subtype' does not correspond to a BinData type: " + subtype);
        }
        return (int) subtype;
    }
}
