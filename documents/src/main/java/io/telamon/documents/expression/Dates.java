package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.ObjectIdValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;
import java.util.Locale;

/** Arguments of date operators. */
final class Dates {
    private Dates() {}

    /** Whether a value has a point in time: a date, a timestamp or an ObjectId. */
    static boolean isDate(Value value) {
        return value instanceof DateTimeValue || value instanceof TimestampValue || value instanceof ObjectIdValue;
    }

    /** The milliseconds since 1970 of a value that has them, or the error of a code. */
    static long milliseconds(Value value, int code) {
        return switch (value) {
            case DateTimeValue date -> date.milliseconds();
            case TimestampValue time -> time.seconds() * 1000;
            case ObjectIdValue id -> id.milliseconds();
            default -> throw new CommandException(code, "can't convert from BSON type " + value.type() + " to Date");
        };
    }

    /** The unit of a name. Error 5439013 when it is no string, 9 when there is no such unit. */
    static DateUnit unit(Value value) {
        String name = Args.string(value, 5439013, "unit").text();
        for (DateUnit unit : DateUnit.values()) {
            if (unit.name().toLowerCase(Locale.ROOT).equals(name)) {
                return unit;
            }
        }
        throw ErrorCode.FAILED_TO_PARSE.error("unknown time unit value: " + name);
    }

    /** The day with which weeks begin, Monday is 1. Error 5439015 when it is no string, 5439016 for other names. */
    static int startOfWeek(Value value) {
        if (!(value instanceof StringValue string)) {
            throw new CommandException(5439015, "expected a string as startOfWeek, found: " + value.type());
        }
        String name = string.text().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "monday", "mon" -> 1;
            case "tuesday", "tue" -> 2;
            case "wednesday", "wed" -> 3;
            case "thursday", "thu" -> 4;
            case "friday", "fri" -> 5;
            case "saturday", "sat" -> 6;
            case "sunday", "sun" -> 7;
            default -> throw new CommandException(5439016, "unknown day of week value: " + string.text());
        };
    }
}
