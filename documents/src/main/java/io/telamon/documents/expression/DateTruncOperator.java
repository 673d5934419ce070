package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** {@code $dateTrunc}: the start of the unit, or of the bin of units counted from 2000-01-01, in which a date lies. */
final class DateTruncOperator {
    private static final List<String> ARGUMENTS = List.of("date", "unit", "binSize", "timezone", "startOfWeek");
    private static final long REFERENCE_DAY = LocalDate.of(2000, 1, 1).toEpochDay();

    private DateTruncOperator() {}

    static void register(OperatorTable table) {
        table.add("$dateTrunc", DateTruncOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 5439007, 5439008, ARGUMENTS);
        Expression date = named.required("date", 5439009, parser);
        Expression unit = named.required("unit", 5439010, parser);
        Expression size = named.optional("binSize", new Constant(new Int64Value(1)), parser);
        Expression zone = named.optional("timezone", new Constant(new StringValue("UTC")), parser);
        Expression week = named.optional("startOfWeek", new Constant(new StringValue("sunday")), parser);
        return FunctionExpression.of(List.of(date, unit, size, zone, week), DateTruncOperator::truncate);
    }

    private static Value truncate(Value[] values) {
        if (values[0].isNullish() || values[1].isNullish() || values[2].isNullish() || values[3].isNullish()) {
            return NullValue.NULL;
        }
        DateUnit unit = Dates.unit(values[1]);
        if (values[4].isNullish()) {
            return NullValue.NULL;
        }
        long size = size(values[2]);
        int firstDay = unit == DateUnit.WEEK ? Dates.startOfWeek(values[4]) : 7;
        TimeZones zone = TimeZones.of(values[3]);
        long date = Dates.milliseconds(values[0], 5166307);
        if (zone == null) {
            return NullValue.NULL;
        }
        try {
            return new DateTimeValue(truncate(date, unit, size, zone, firstDay));
        } catch (ArithmeticException | DateTimeException _) {
            throw new CommandException(5439006, "$dateTrunc overflowed");
        }
    }

    private static long size(Value value) {
        if (!(value instanceof NumberValue number) || !number.isLong()) {
            throw new CommandException(
                    5439017, "$dateTrunc requires 'binSize' to be a 64-bit integer, but got value '" + value + "'");
        }
        if (number.toLong() <= 0) {
            throw new CommandException(
                    5439018, "$dateTrunc requires 'binSize' to be greater than 0, but got value " + value);
        }
        return number.toLong();
    }

    private static long truncate(long date, DateUnit unit, long size, TimeZones zone, int firstDay) {
        if (unit.isTime()) {
            long reference = zone.fromLocal(REFERENCE_DAY * CalendarFields.DAY);
            long bin = Math.multiplyExact(size, unit.milliseconds());
            return reference + Math.floorDiv(date - reference, bin) * bin;
        }
        CalendarFields local = CalendarFields.of(zone.toLocal(date));
        if (unit.months() > 0) {
            long bin = Math.multiplyExact(size, unit.months());
            long months = (local.year() - 2000L) * 12 + local.month() - 1;
            LocalDate start = LocalDate.of(2000, 1, 1).plusMonths(Math.floorDiv(months, bin) * bin);
            return zone.fromLocal(start.toEpochDay() * CalendarFields.DAY);
        }
        long reference = REFERENCE_DAY;
        long days = size;
        if (unit == DateUnit.WEEK) {
            // 2000-01-01 was a Saturday.
            reference += Math.floorMod(firstDay - 6, 7);
            days = Math.multiplyExact(size, 7L);
        }
        long day = reference + Math.floorDiv(local.epochDay() - reference, days) * days;
        return zone.fromLocal(Math.multiplyExact(day, CalendarFields.DAY));
    }
}
