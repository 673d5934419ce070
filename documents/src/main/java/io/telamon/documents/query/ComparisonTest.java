package io.telamon.documents.query;

import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.MaxKeyValue;
import io.telamon.documents.value.MinKeyValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Numbers;
import io.telamon.documents.value.StringOrder;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import io.telamon.documents.value.ValueType;
import java.util.Arrays;

/**
 * Compares values of the same type as the operand, numbers across types. Null also stands for what is missing. MinKey and
 * MaxKey are compared with values of all types.
 */
final class ComparisonTest {
    private ComparisonTest() {}

    /** The test of a comparison with an operand. */
    static ElementTest of(Comparison comparison, Value operand, ValueOrder order) {
        return switch (operand) {
            case NumberValue number when number.isNaN() -> nan(comparison);
            case NumberValue number when number.isLong() -> ofLong(comparison, number.toLong(), number);
            case NumberValue number -> ofNumber(comparison, number);
            case StringValue string when order.strings().equals(StringOrder.BINARY) -> ofString(comparison, string);
            case MinKeyValue _, MaxKeyValue _ -> ofBound(comparison, operand, order);
            default -> operand.isNullish() ? ofNull(comparison, operand) : ofValue(comparison, operand, order);
        };
    }

    private static ElementTest nan(Comparison comparison) {
        return (bytes, type, position) -> comparison.includesEqual()
                && isNumber(type)
                && ((NumberValue) BsonBytes.decode(bytes, type, position)).isNaN();
    }

    private static boolean isNumber(int type) {
        return type == 16 || type == 1 || type == 18 || type == 19;
    }

    private static ElementTest ofLong(Comparison comparison, long operand, NumberValue number) {
        return (bytes, type, position) -> switch (type) {
            case 16 -> comparison.accepts(Long.compare(BsonBytes.int32(bytes, position), operand));
            case 18 -> comparison.accepts(Long.compare(BsonBytes.int64(bytes, position), operand));
            case 1 -> {
                double value = Double.longBitsToDouble(BsonBytes.int64(bytes, position));
                yield !Double.isNaN(value) && comparison.accepts(-Numbers.compare(operand, value));
            }
            case 19 -> compare(comparison, (NumberValue) BsonBytes.decode(bytes, type, position), number);
            default -> false;
        };
    }

    private static ElementTest ofNumber(Comparison comparison, NumberValue operand) {
        return (bytes, type, position) ->
                isNumber(type) && compare(comparison, (NumberValue) BsonBytes.decode(bytes, type, position), operand);
    }

    private static boolean compare(Comparison comparison, NumberValue value, NumberValue operand) {
        return !value.isNaN() && comparison.accepts(Numbers.compare(value, operand));
    }

    private static ElementTest ofString(Comparison comparison, StringValue operand) {
        byte[] text = operand.toBytes();
        return (bytes, type, position) -> {
            if (type != 2 && type != 14) {
                return false;
            }
            int start = position + 4;
            int end = start + BsonBytes.int32(bytes, position) - 1;
            if (comparison == Comparison.EQ) {
                return end - start == text.length && Arrays.equals(bytes, start, end, text, 0, text.length);
            }
            return comparison.accepts(Arrays.compareUnsigned(bytes, start, end, text, 0, text.length));
        };
    }

    private static ElementTest ofNull(Comparison comparison, Value operand) {
        if (operand.type() == ValueType.UNDEFINED) {
            return (_, type, _) -> comparison.includesEqual() && type == ValueType.UNDEFINED.code();
        }
        return (_, type, _) -> comparison.includesEqual() && (type == 0 || type == ValueType.NULL.code());
    }

    private static ElementTest ofBound(Comparison comparison, Value operand, ValueOrder order) {
        return (bytes, type, position) ->
                comparison.accepts(order.compare(BsonBytes.decode(bytes, type, position), operand));
    }

    private static ElementTest ofValue(Comparison comparison, Value operand, ValueOrder order) {
        int rank = operand.type().rank();
        return (bytes, type, position) -> {
            if (type == 0) {
                return false;
            }
            Value value = BsonBytes.decode(bytes, type, position);
            return value.type().rank() == rank && comparison.accepts(order.compare(value, operand));
        };
    }
}
