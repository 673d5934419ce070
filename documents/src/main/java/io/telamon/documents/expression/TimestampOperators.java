package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;

/** The parts of timestamps. Null and missing give null; other types are errors. */
final class TimestampOperators {
    private TimestampOperators() {}

    static void register(OperatorTable table) {
        table.unary(
                "$tsSecond",
                Args.nullOr(
                        v -> new Int64Value(timestamp(v, 5687301, "$tsSecond").seconds())));
        table.unary(
                "$tsIncrement",
                Args.nullOr(v ->
                        new Int64Value(timestamp(v, 5687302, "$tsIncrement").increment())));
    }

    private static TimestampValue timestamp(Value value, int code, String name) {
        if (value instanceof TimestampValue timestamp) {
            return timestamp;
        }
        throw new CommandException(code, "Argument to " + name + " must be a timestamp, but is " + value.type());
    }
}
