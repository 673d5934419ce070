package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Parts of dates, in a time zone when one is given. They take dates, timestamps and ObjectIds; null and missing give null,
 * other types are error 16006.
 */
final class DatePartOperators {
    private DatePartOperators() {}

    static void register(OperatorTable table) {
        part(table, "$year", CalendarFields::year);
        part(table, "$month", CalendarFields::month);
        part(table, "$dayOfMonth", CalendarFields::day);
        part(table, "$hour", CalendarFields::hour);
        part(table, "$minute", CalendarFields::minute);
        part(table, "$second", CalendarFields::second);
        part(table, "$millisecond", CalendarFields::millisecond);
        part(table, "$dayOfYear", CalendarFields::dayOfYear);
        part(table, "$dayOfWeek", CalendarFields::dayOfWeek);
        part(table, "$week", CalendarFields::week);
        part(table, "$isoDayOfWeek", CalendarFields::isoDayOfWeek);
        part(table, "$isoWeek", CalendarFields::isoWeek);
        table.add("$isoWeekYear", parser("$isoWeekYear", fields -> new Int64Value(fields.isoWeekYear())));
    }

    private static void part(OperatorTable table, String name, ToIntFunction<CalendarFields> part) {
        table.add(name, parser(name, fields -> new Int32Value(part.applyAsInt(fields))));
    }

    private static OperatorParser parser(String name, Function<CalendarFields, Value> part) {
        return (_, argument, parser) -> {
            if (argument instanceof DocumentValue document && !isOperator(document)) {
                Named named = Named.of(name, argument, 40535, 40535, List.of("date", "timezone"));
                Expression date = named.required("date", 40539, parser);
                if (named.has("timezone")) {
                    Expression zone = named.optional("timezone", parser);
                    return FunctionExpression.of(List.of(date, zone), values -> part(part, values));
                }
                return FunctionExpression.of(List.of(date), values -> part(part, values));
            }
            return FunctionExpression.of(List.of(single(name, argument, parser)), values -> part(part, values));
        };
    }

    private static boolean isOperator(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().startsWith("$");
    }

    private static Expression single(String name, Value argument, ExpressionParser parser) {
        if (!(argument instanceof ArrayValue array)) {
            return parser.parse(argument);
        }
        if (array.size() != 1) {
            throw new CommandException(
                    40536, name + " accepts exactly one argument if given an array, but was given " + array.size());
        }
        return parser.parse(array.get(0));
    }

    private static Value part(Function<CalendarFields, Value> part, Value[] values) {
        if (values[0].isNullish()) {
            return NullValue.NULL;
        }
        TimeZones zone = values.length > 1 ? TimeZones.of(values[1]) : TimeZones.UTC;
        if (zone == null) {
            return NullValue.NULL;
        }
        return part.apply(CalendarFields.of(zone.toLocal(Dates.milliseconds(values[0], 16006))));
    }
}
