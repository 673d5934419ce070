package io.telamon.documents.expression;

import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $replaceOne} and {@code $replaceAll}. Null in one of the three gives null; other types are errors. */
final class ReplaceOperators {
    private ReplaceOperators() {}

    static void register(OperatorTable table) {
        replace(table, "$replaceOne", false);
        replace(table, "$replaceAll", true);
    }

    private static void replace(OperatorTable table, String operator, boolean all) {
        table.add(operator, (name, argument, parser) -> {
            Named named = Named.of(name, argument, 51751, 51750, List.of("input", "find", "replacement"));
            Expression input = named.required("input", 51749, parser);
            Expression find = named.required("find", 51748, parser);
            Expression replacement = named.required("replacement", 51747, parser);
            return FunctionExpression.of(List.of(input, find, replacement), values -> replace(name, values, all));
        });
    }

    private static Value replace(String name, Value[] values, boolean all) {
        check(name, values[0], 10503904);
        check(name, values[1], 10503901);
        check(name, values[2], 10503902);
        if (Args.anyNullish(values)) {
            return NullValue.NULL;
        }
        String text = ((StringValue) values[0]).text();
        String find = ((StringValue) values[1]).text();
        String replacement = ((StringValue) values[2]).text();
        if (all) {
            return new StringValue(text.replace(find, replacement));
        }
        int found = text.indexOf(find);
        return found < 0
                ? values[0]
                : new StringValue(text.substring(0, found) + replacement + text.substring(found + find.length()));
    }

    private static void check(String name, Value value, int code) {
        if (!value.isNullish()) {
            var _ = Args.string(value, code, name);
        }
    }
}
