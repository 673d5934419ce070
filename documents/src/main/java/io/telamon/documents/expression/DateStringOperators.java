package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $dateToString} and {@code $dateFromString}. Null and missing give null, or what {@code onNull} says. */
final class DateStringOperators {
    private DateStringOperators() {}

    static void register(OperatorTable table) {
        table.add("$dateToString", DateStringOperators::parseToString);
        table.add("$dateFromString", DateStringOperators::parseFromString);
    }

    private static Expression parseToString(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 18629, 18534, List.of("date", "format", "timezone", "onNull"));
        Expression date = named.required("date", 18628, parser);
        boolean withFormat = named.has("format");
        boolean withZone = named.has("timezone");
        List<Expression> operands = List.of(
                date,
                named.optional("format", parser),
                named.optional("timezone", parser),
                named.optional("onNull", new Constant(NullValue.NULL), parser));
        Expression format = operands.get(1);
        if (format instanceof Constant constant && constant.value() instanceof StringValue text) {
            DateFormat.checkOutput(text.text());
        }
        return FunctionExpression.of(operands, values -> toText(values, withFormat, withZone));
    }

    private static Value toText(Value[] values, boolean withFormat, boolean withZone) {
        if (values[0].isNullish()) {
            return values[3];
        }
        String format = null;
        if (withFormat) {
            if (values[1].isNullish()) {
                return NullValue.NULL;
            }
            format = Args.string(values[1], 18533, "$dateToString: format").text();
            DateFormat.checkOutput(format);
        }
        TimeZones zone = withZone ? TimeZones.of(values[2]) : TimeZones.UTC;
        if (zone == null) {
            return NullValue.NULL;
        }
        if (format == null) {
            format = zone.isUtc() ? "%Y-%m-%dT%H:%M:%S.%LZ" : "%Y-%m-%dT%H:%M:%S.%L";
        }
        return new StringValue(DateFormat.format(format, Dates.milliseconds(values[0], 16006), zone));
    }

    private static Expression parseFromString(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(
                name, argument, 40540, 40541, List.of("dateString", "format", "timezone", "onError", "onNull"));
        Expression text = named.required("dateString", 40542, parser);
        boolean withFormat = named.has("format");
        boolean withZone = named.has("timezone");
        boolean caught = named.has("onError");
        List<Expression> operands = List.of(
                text,
                named.optional("format", parser),
                named.optional("timezone", parser),
                named.optional("onNull", new Constant(NullValue.NULL), parser),
                named.optional("onError", parser));
        if (operands.get(1) instanceof Constant constant && constant.value() instanceof StringValue format) {
            DateFormat.checkInput(format.text());
        }
        return FunctionExpression.of(operands, values -> fromText(values, withFormat, withZone, caught));
    }

    private static Value fromText(Value[] values, boolean withFormat, boolean withZone, boolean caught) {
        String format = null;
        if (withFormat && !values[1].isNullish()) {
            format = Args.string(values[1], 40684, "$dateFromString: format").text();
            DateFormat.checkInput(format);
        }
        try {
            if (values[0].isNullish()) {
                return values[3];
            }
            if (!(values[0] instanceof StringValue text)) {
                throw Conversion.failure(
                        "$dateFromString requires that 'dateString' be a string, found: " + values[0].type());
            }
            TimeZones zone = withZone ? TimeZones.of(values[2]) : TimeZones.UTC;
            if (zone == null || (withFormat && format == null)) {
                return NullValue.NULL;
            }
            boolean given = withZone
                    && !(values[2] instanceof StringValue name && name.text().equals("UTC"));
            return new DateTimeValue(
                    format == null
                            ? DateParser.parse(text.text(), zone, given)
                            : DateFormat.parse(format, text.text(), zone, given));
        } catch (CommandException e) {
            if (caught && e.code() == ErrorCode.CONVERSION_FAILURE.code()) {
                return values[4];
            }
            throw e;
        }
    }
}
