package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;

/** Checks of arguments that operators share. */
final class Args {
    private Args() {}

    /** Whether an argument is missing, null or undefined. */
    static boolean anyNullish(Value... arguments) {
        for (Value argument : arguments) {
            if (argument.isNullish()) {
                return true;
            }
        }
        return false;
    }

    /** A number, or the error of a code. */
    static NumberValue number(Value value, int code, String name) {
        if (value instanceof NumberValue number) {
            return number;
        }
        throw wrongType(code, name, "numbers", value);
    }

    /** A string, or the error of a code. */
    static StringValue string(Value value, int code, String name) {
        if (value instanceof StringValue string) {
            return string;
        }
        throw wrongType(code, name, "a string", value);
    }

    /** A whole number of 32 bits, or the error of a code. */
    static int int32(Value value, int notNumber, int notWhole, String name) {
        NumberValue number = number(value, notNumber, name);
        long whole = number.toLong();
        if (!number.isLong() || whole != (int) whole) {
            throw new CommandException(notWhole, name + " requires a 32-bit integer, found: " + value);
        }
        return (int) whole;
    }

    static CommandException wrongType(int code, String name, String wanted, Value found) {
        return new CommandException(
                code,
                name + " only supports " + wanted + ", not " + found.type().alias());
    }

    /** A function of one number that answers null for what is null. */
    static Function1 nullOr(Function1 function) {
        return value -> value.isNullish() ? NullValue.NULL : function.apply(value);
    }

    /** A function that answers null when an argument is null. */
    static FunctionN nullOrAll(FunctionN function) {
        return arguments -> anyNullish(arguments) ? NullValue.NULL : function.apply(arguments);
    }
}
