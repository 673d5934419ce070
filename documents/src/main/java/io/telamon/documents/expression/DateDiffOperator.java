package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $dateDiff}: how many boundaries of a unit lie between two dates. Null and missing give null. */
final class DateDiffOperator {
    private static final List<String> ARGUMENTS = List.of("startDate", "endDate", "unit", "timezone", "startOfWeek");
    private static final long HOUR = 3_600_000L;

    private DateDiffOperator() {}

    static void register(OperatorTable table) {
        table.add("$dateDiff", DateDiffOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 5166301, 5166302, ARGUMENTS);
        Expression start = named.required("startDate", 5166303, parser);
        Expression end = named.required("endDate", 5166304, parser);
        Expression unit = named.required("unit", 5166305, parser);
        Expression zone = named.optional("timezone", new Constant(new StringValue("UTC")), parser);
        Expression week = named.optional("startOfWeek", new Constant(new StringValue("sunday")), parser);
        return FunctionExpression.of(List.of(start, end, unit, zone, week), DateDiffOperator::difference);
    }

    private static Value difference(Value[] values) {
        if (values[0].isNullish() || values[1].isNullish() || values[2].isNullish() || values[3].isNullish()) {
            return NullValue.NULL;
        }
        DateUnit unit = Dates.unit(values[2]);
        if (unit == DateUnit.WEEK && values[4].isNullish()) {
            return NullValue.NULL;
        }
        TimeZones zone = TimeZones.of(values[3]);
        long start = Dates.milliseconds(values[0], 5166307);
        long end = Dates.milliseconds(values[1], 5166307);
        if (zone == null) {
            return NullValue.NULL;
        }
        int firstDay = unit == DateUnit.WEEK ? Dates.startOfWeek(values[4]) : 1;
        try {
            return new Int64Value(
                    Math.subtractExact(boundary(unit, end, zone, firstDay), boundary(unit, start, zone, firstDay)));
        } catch (ArithmeticException _) {
            throw new CommandException(5166308, "$dateDiff overflowed");
        }
    }

    /** The number of boundaries from a fixed date up to a point in time. */
    private static long boundary(DateUnit unit, long milliseconds, TimeZones zone, int firstDay) {
        return switch (unit) {
            case MILLISECOND -> milliseconds;
            case SECOND, MINUTE -> Math.floorDiv(milliseconds, unit.milliseconds());
            case HOUR -> Math.floorDiv(milliseconds + Math.floorMod(zone.offset(milliseconds), HOUR), HOUR);
            case DAY -> local(milliseconds, zone).epochDay();
            // 1970-01-01 was a Thursday.
            case WEEK -> Math.floorDiv(local(milliseconds, zone).epochDay() + 4 - firstDay, 7L);
            case MONTH -> months(local(milliseconds, zone));
            case QUARTER -> Math.floorDiv(months(local(milliseconds, zone)), 3L);
            case YEAR -> local(milliseconds, zone).year();
        };
    }

    private static CalendarFields local(long milliseconds, TimeZones zone) {
        return CalendarFields.of(zone.toLocal(milliseconds));
    }

    private static long months(CalendarFields fields) {
        return fields.year() * 12L + fields.month() - 1;
    }
}
