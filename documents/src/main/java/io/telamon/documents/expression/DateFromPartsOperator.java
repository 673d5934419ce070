package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** {@code $dateFromParts}: a date of its parts, which may go beyond their calendar range. Null and missing give null. */
final class DateFromPartsOperator {
    private static final List<String> TIME = List.of("hour", "minute", "second", "millisecond");
    private static final List<String> CALENDAR = List.of("year", "month", "day");
    private static final List<String> ISO = List.of("isoWeekYear", "isoWeek", "isoDayOfWeek");

    private DateFromPartsOperator() {}

    static void register(OperatorTable table) {
        table.add("$dateFromParts", DateFromPartsOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        List<String> known = new ArrayList<>(TIME);
        known.addAll(CALENDAR);
        known.addAll(ISO);
        known.add("timezone");
        Named named = Named.of(name, argument, 40519, 40518, known);
        boolean iso = named.has("isoWeekYear");
        if (!named.has("year") && !iso) {
            throw new CommandException(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
        }
        if (named.has("year") && (iso || named.has("isoWeek") || named.has("isoDayOfWeek"))) {
            throw new CommandException(40489, "$dateFromParts does not allow mixing natural dates with ISO dates");
        }
        if (iso && (named.has("month") || named.has("day"))) {
            throw new CommandException(40525, "$dateFromParts does not allow mixing ISO dates with natural dates");
        }
        List<String> parts = new ArrayList<>(iso ? ISO : CALENDAR);
        parts.addAll(TIME);
        List<Expression> operands = new ArrayList<>();
        operands.add(named.optional("timezone", new Constant(new StringValue("UTC")), parser));
        for (String part : parts) {
            int otherwise = TIME.contains(part) ? 0 : 1;
            operands.add(named.optional(part, new Constant(new Int32Value(otherwise)), parser));
        }
        return FunctionExpression.of(operands, values -> date(parts, values, iso));
    }

    private static Value date(List<String> names, Value[] values, boolean iso) {
        TimeZones zone = TimeZones.of(values[0]);
        if (zone == null) {
            return NullValue.NULL;
        }
        long[] parts = new long[names.size()];
        for (int i = 0; i < parts.length; i++) {
            if (values[i + 1].isNullish()) {
                return NullValue.NULL;
            }
            parts[i] = part(names.get(i), values[i + 1], i == 0);
        }
        long day = iso
                ? isoDay(parts)
                : LocalDate.of((int) parts[0], 1, 1).plusMonths(parts[1] - 1).toEpochDay() + parts[2] - 1;
        long local =
                day * CalendarFields.DAY + parts[3] * 3_600_000L + parts[4] * 60_000L + parts[5] * 1000L + parts[6];
        return new DateTimeValue(zone.fromLocal(local));
    }

    private static long isoDay(long[] parts) {
        LocalDate first = LocalDate.of((int) parts[0], 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1);
        long monday = first.toEpochDay() - first.getDayOfWeek().getValue() + 1;
        return monday + (parts[1] - 1) * 7 + parts[2] - 1;
    }

    private static long part(String name, Value value, boolean isYear) {
        if (!(value instanceof NumberValue number) || !number.isLong()) {
            throw new CommandException(40515, "'" + name + "' must evaluate to an integer, found " + value.type());
        }
        long part = number.toLong();
        if (isYear && (part < 1 || part > 9999)) {
            throw new CommandException(
                    40523, "'" + name + "' must evaluate to an integer in the range 1 to 9999, found " + part);
        }
        boolean large = name.equals("second") || name.equals("millisecond");
        if (!large && (part < Short.MIN_VALUE || part > Short.MAX_VALUE)) {
            throw new CommandException(
                    31034,
                    "'" + name + "' must evaluate to a value in the range [-32768, 32767]; value " + part
                            + " is not in range");
        }
        return part;
    }
}
