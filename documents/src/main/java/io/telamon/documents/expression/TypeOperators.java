package io.telamon.documents.expression;

import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;

/** {@code $type} and {@code $isNumber}. */
final class TypeOperators {
    private TypeOperators() {}

    static void register(OperatorTable table) {
        table.unary("$type", value -> new StringValue(value.type().alias()));
        table.unary("$isNumber", value -> BooleanValue.of(value instanceof NumberValue));
    }
}
