package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.UndefinedValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueKey;
import io.telamon.documents.value.ValueOrder;
import io.telamon.documents.value.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code $in}: one of several values, or a match of one of several patterns. Null also stands for what is missing. */
final class InTest {
    private static final int FEW = 4;

    private InTest() {}

    static ElementTest of(String name, Value value, ValueOrder order) {
        if (!(value instanceof ArrayValue array)) {
            throw badValue(name + " needs an array");
        }
        List<ElementTest> tests = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Value each : array.values()) {
            if (each instanceof DocumentValue document && FieldParser.isOperators(document)) {
                throw badValue("cannot nest $ under " + name);
            }
            if (each == UndefinedValue.UNDEFINED) {
                throw badValue("InMatchExpression equality cannot be undefined");
            }
            if (each instanceof RegexValue regex) {
                tests.add(RegexTest.of(regex.pattern(), regex.options(), regex));
            } else {
                values.add(each);
            }
        }
        if (values.size() > FEW) {
            tests.add(set(values, order));
        } else {
            values.forEach(each -> tests.add(ComparisonTest.of(Comparison.EQ, each, order)));
        }
        return any(tests);
    }

    private static ElementTest set(List<Value> values, ValueOrder order) {
        Set<ValueKey> keys = new HashSet<>();
        values.forEach(value -> keys.add(new ValueKey(value, order)));
        boolean withNull = values.stream().anyMatch(value -> value.type() == ValueType.NULL);
        return (bytes, type, position) ->
                type == 0 ? withNull : keys.contains(new ValueKey(BsonBytes.decode(bytes, type, position), order));
    }

    private static ElementTest any(List<ElementTest> tests) {
        if (tests.size() == 1) {
            return tests.getFirst();
        }
        ElementTest[] parts = tests.toArray(ElementTest[]::new);
        return (bytes, type, position) -> {
            for (ElementTest part : parts) {
                if (part.test(bytes, type, position)) {
                    return true;
                }
            }
            return false;
        };
    }
}
