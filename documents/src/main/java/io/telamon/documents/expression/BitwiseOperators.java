package io.telamon.documents.expression;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.function.LongBinaryOperator;

/** Operations on the bits of ints and longs. Null and missing give null; other types are error 14. */
final class BitwiseOperators {
    private BitwiseOperators() {}

    static void register(OperatorTable table) {
        bits(table, "$bitAnd", -1, (a, b) -> a & b);
        bits(table, "$bitOr", 0, (a, b) -> a | b);
        bits(table, "$bitXor", 0, (a, b) -> a ^ b);
        table.unary("$bitNot", Args.nullOr(BitwiseOperators::not));
    }

    private static void bits(OperatorTable table, String name, int identity, LongBinaryOperator operator) {
        table.variadic(name, arguments -> combine(name, identity, operator, arguments));
    }

    private static Value combine(String name, int identity, LongBinaryOperator operator, Value[] arguments) {
        long bits = identity;
        boolean isLong = false;
        for (Value argument : arguments) {
            switch (argument) {
                case Int32Value number -> bits = operator.applyAsLong(bits, number.value());
                case Int64Value number -> {
                    isLong = true;
                    bits = operator.applyAsLong(bits, number.value());
                }
                default -> {
                    if (argument.isNullish()) {
                        return NullValue.NULL;
                    }
                    throw Args.wrongType(ErrorCode.TYPE_MISMATCH.code(), name, "int and long operands", argument);
                }
            }
        }
        return isLong ? new Int64Value(bits) : NumberValue.intOrLong(bits);
    }

    private static Value not(Value value) {
        return switch (value) {
            case Int32Value number -> new Int32Value(~number.value());
            case Int64Value number -> new Int64Value(~number.value());
            default -> throw Args.wrongType(ErrorCode.TYPE_MISMATCH.code(), "$bitNot", "int and long", value);
        };
    }
}
