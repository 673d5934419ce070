package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $dateToParts}: the parts of a date as a document. Null and missing give null. */
final class DateToPartsOperator {
    private DateToPartsOperator() {}

    static void register(OperatorTable table) {
        table.add("$dateToParts", DateToPartsOperator::parse);
    }

    private static Expression parse(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 40524, 40520, List.of("date", "timezone", "iso8601"));
        Expression date = named.required("date", 40522, parser);
        Expression zone = named.optional("timezone", new Constant(new StringValue("UTC")), parser);
        Expression iso = named.optional("iso8601", new Constant(BooleanValue.FALSE), parser);
        return FunctionExpression.of(List.of(date, zone, iso), DateToPartsOperator::parts);
    }

    private static Value parts(Value[] values) {
        TimeZones zone = TimeZones.of(values[1]);
        if (zone == null || values[2].isNullish()) {
            return NullValue.NULL;
        }
        if (!(values[2] instanceof BooleanValue iso)) {
            throw new CommandException(40521, "iso8601 must evaluate to a bool, found " + values[2].type());
        }
        if (values[0].isNullish()) {
            return NullValue.NULL;
        }
        CalendarFields fields = CalendarFields.of(zone.toLocal(Dates.milliseconds(values[0], 16006)));
        DocumentBuilder builder = new DocumentBuilder();
        if (iso.value()) {
            add(builder, "isoWeekYear", fields.isoWeekYear());
            add(builder, "isoWeek", fields.isoWeek());
            add(builder, "isoDayOfWeek", fields.isoDayOfWeek());
        } else {
            add(builder, "year", fields.year());
            add(builder, "month", fields.month());
            add(builder, "day", fields.day());
        }
        add(builder, "hour", fields.hour());
        add(builder, "minute", fields.minute());
        add(builder, "second", fields.second());
        add(builder, "millisecond", fields.millisecond());
        return builder.build();
    }

    private static void add(DocumentBuilder builder, String name, int value) {
        builder.add(name, new Int32Value(value));
    }
}
