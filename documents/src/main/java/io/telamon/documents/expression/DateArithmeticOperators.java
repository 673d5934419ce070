package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.time.DateTimeException;
import java.util.List;

/** {@code $dateAdd} and {@code $dateSubtract}. Null and missing in any argument give null. */
final class DateArithmeticOperators {
    private static final List<String> ARGUMENTS = List.of("startDate", "unit", "amount", "timezone");

    private DateArithmeticOperators() {}

    static void register(OperatorTable table) {
        shift(table, "$dateAdd", 1);
        shift(table, "$dateSubtract", -1);
    }

    private static void shift(OperatorTable table, String operator, int sign) {
        table.add(operator, (name, argument, parser) -> {
            Named named = Named.of(name, argument, 5166400, 5166401, ARGUMENTS);
            Expression start = named.required("startDate", 5166402, parser);
            Expression unit = named.required("unit", 5166402, parser);
            Expression amount = named.required("amount", 5166402, parser);
            Expression zone = named.optional("timezone", new Constant(new StringValue("UTC")), parser);
            return FunctionExpression.of(List.of(start, unit, amount, zone), values -> shift(name, values, sign));
        });
    }

    private static Value shift(String name, Value[] values, int sign) {
        if (values[0].isNullish() || values[1].isNullish() || values[2].isNullish()) {
            return NullValue.NULL;
        }
        long start = Dates.milliseconds(values[0], 5166403);
        if (!(values[1] instanceof StringValue)) {
            throw new CommandException(5166404, name + " expects string defining a time unit");
        }
        DateUnit unit = Dates.unit(values[1]);
        if (!(values[2] instanceof NumberValue amount) || !amount.isLong()) {
            throw new CommandException(5166405, name + " expects integer amount of time units");
        }
        TimeZones zone = TimeZones.of(values[3]);
        if (zone == null) {
            return NullValue.NULL;
        }
        try {
            return new DateTimeValue(add(start, unit, Math.multiplyExact(amount.toLong(), sign), zone));
        } catch (ArithmeticException | DateTimeException _) {
            throw new CommandException(5976500, name + ": invalid amount " + amount + ' ' + unit);
        }
    }

    /** A point in time moved by an amount of a unit: units of a day and longer keep the local time. */
    static long add(long start, DateUnit unit, long amount, TimeZones zone) {
        if (unit.isTime()) {
            return Math.addExact(start, Math.multiplyExact(amount, unit.milliseconds()));
        }
        long local = zone.toLocal(start);
        if (unit.months() == 0) {
            long moved = Math.addExact(local, Math.multiplyExact(amount, unit.milliseconds()));
            return zone.fromLocal(moved);
        }
        CalendarFields fields = CalendarFields.of(local);
        long day = fields.date()
                .plusMonths(Math.multiplyExact(amount, unit.months()))
                .toEpochDay();
        return zone.fromLocal(Math.addExact(Math.multiplyExact(day, CalendarFields.DAY), fields.timeOfDay()));
    }
}
