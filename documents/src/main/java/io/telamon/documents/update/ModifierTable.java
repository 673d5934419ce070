package io.telamon.documents.update;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.value.Arithmetic;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Numbers;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;
import java.util.Comparator;
import java.util.Set;

/** The modifiers by name. */
final class ModifierTable {
    private static final Set<String> NAMES = Set.of(
            "$set",
            "$setOnInsert",
            "$unset",
            "$inc",
            "$mul",
            "$min",
            "$max",
            "$currentDate",
            "$rename",
            "$bit",
            "$addToSet",
            "$pop",
            "$pull",
            "$pullAll",
            "$push");

    private final ExpressionContext context;
    private final ArrayModifiers arrays;

    ModifierTable(ExpressionContext context, FilterParser filters) {
        this.context = context;
        this.arrays = new ArrayModifiers(context.order(), filters);
    }

    static boolean isKnown(String name) {
        return NAMES.contains(name);
    }

    /** The modification of a modifier with its argument. */
    Modification parse(String name, Value argument) {
        return switch (name) {
            case "$set", "$setOnInsert" -> _ -> argument;
            case "$unset" -> unset();
            case "$inc" -> arithmetic(name, argument, true);
            case "$mul" -> arithmetic(name, argument, false);
            case "$min" -> extreme(argument, context.order().reversed());
            case "$max" -> extreme(argument, context.order());
            case "$currentDate" -> currentDate(argument);
            case "$bit" -> bit(argument);
            case "$addToSet" -> arrays.addToSet(argument);
            case "$pop" -> ArrayModifiers.pop(argument);
            case "$pull" -> arrays.pull(argument);
            case "$pullAll" -> arrays.pullAll(argument);
            case "$push" -> arrays.push(argument);
            default -> throw ErrorCode.FAILED_TO_PARSE.error("Unknown modifier: " + name);
        };
    }

    private static Modification unset() {
        Modification.OfExisting remove = _ -> MissingValue.MISSING;
        return remove;
    }

    private static Modification arithmetic(String name, Value argument, boolean sum) {
        if (!(argument instanceof NumberValue operand)) {
            throw ErrorCode.TYPE_MISMATCH.error(
                    "Cannot " + (sum ? "increment" : "multiply") + " with non-numeric argument: " + argument);
        }
        return current -> {
            if (current == MissingValue.MISSING) {
                return sum ? operand : Arithmetic.multiply(operand, new Int32Value(0));
            }
            if (!(current instanceof NumberValue number)) {
                throw ErrorCode.TYPE_MISMATCH.error(
                        "Cannot apply " + name + " to a value of non-numeric type " + current.type());
            }
            NumberValue result = sum ? Arithmetic.add(number, operand) : Arithmetic.multiply(number, operand);
            if (result instanceof DoubleValue && !Arithmetic.isDouble(number, operand)) {
                throw ErrorCode.BAD_VALUE.error("Failed to apply " + name + " operations to current value " + current);
            }
            boolean unchanged = result.type() == number.type() && Numbers.compare(result, number) == 0;
            return unchanged ? number : result;
        };
    }

    private static Modification extreme(Value argument, Comparator<Value> order) {
        return current -> current == MissingValue.MISSING || order.compare(argument, current) > 0 ? argument : current;
    }

    private Modification currentDate(Value argument) {
        if (argument instanceof BooleanValue) {
            return _ -> new DateTimeValue(context.now());
        }
        if (!(argument instanceof DocumentValue document)) {
            throw ErrorCode.BAD_VALUE.error(
                    argument.type()
                            + " is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).");
        }
        Element first = document.first();
        if (first == null
                || document.size() != 1
                || !first.name().equals("$type")
                || !(first.value() instanceof StringValue type)) {
            throw ErrorCode.BAD_VALUE.error("The '$type' string field is required to be 'date' or 'timestamp'");
        }
        return switch (type.text()) {
            case "date" -> _ -> new DateTimeValue(context.now());
            case "timestamp" -> _ -> new TimestampValue(((context.now() / 1000) << 32) | 1);
            default ->
                throw ErrorCode.BAD_VALUE.error("The '$type' string field is required to be 'date' or 'timestamp'");
        };
    }

    private static Modification bit(Value argument) {
        if (!(argument instanceof DocumentValue operations) || operations.isEmpty()) {
            throw ErrorCode.BAD_VALUE.error("The $bit modifier is not compatible with a " + argument.type()
                    + ". You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}");
        }
        for (Element operation : operations) {
            if (!Set.of("and", "or", "xor").contains(operation.name())) {
                throw ErrorCode.BAD_VALUE.error(
                        "The $bit modifier only supports 'and', 'or', and 'xor', not '" + operation.name() + "'");
            }
            if (!isInteger(operation.value())) {
                throw ErrorCode.BAD_VALUE.error("The $bit modifier field must be an Integer(32/64 bit); a '"
                        + operation.value().type() + "' is not supported here");
            }
        }
        return current -> bits(current, operations);
    }

    private static boolean isInteger(Value value) {
        return value instanceof Int32Value || value instanceof Int64Value;
    }

    private static Value bits(Value current, DocumentValue operations) {
        if (current != MissingValue.MISSING && !isInteger(current)) {
            throw ErrorCode.BAD_VALUE.error("Cannot apply $bit to a value of non-integral type " + current.type());
        }
        boolean isLong = current instanceof Int64Value;
        long bits = current instanceof NumberValue number ? number.toLong() : 0;
        for (Element operation : operations) {
            isLong |= operation.value() instanceof Int64Value;
            long operand = ((NumberValue) operation.value()).toLong();
            bits = switch (operation.name()) {
                case "and" -> bits & operand;
                case "or" -> bits | operand;
                default -> bits ^ operand;
            };
        }
        return isLong ? new Int64Value(bits) : new Int32Value((int) bits);
    }

    /** The error of a modifier that is applied to a field of another type than an array. */
    static CommandException notArray(ErrorCode code, String name, Value current) {
        return code.error("Cannot apply " + name + " to a non-array field. Field is of type " + current.type());
    }
}
