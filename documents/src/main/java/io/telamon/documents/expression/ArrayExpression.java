package io.telamon.documents.expression;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.Value;
import java.util.Arrays;
import java.util.List;

/** An array of expressions; what is missing becomes null. */
final class ArrayExpression {
    private ArrayExpression() {}

    static Expression of(List<Expression> elements) {
        return FunctionExpression.of(elements, ArrayExpression::array);
    }

    private static Value array(Value[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == MissingValue.MISSING) {
                values[i] = NullValue.NULL;
            }
        }
        return ArrayValue.of(Arrays.asList(values));
    }
}
