package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code $arrayToObject} and {@code $objectToArray}. Null and missing give null. */
final class ArrayObjectOperators {
    private ArrayObjectOperators() {}

    static void register(OperatorTable table) {
        table.unary("$arrayToObject", Args.nullOr(ArrayObjectOperators::toObject));
        table.unary("$objectToArray", Args.nullOr(ArrayObjectOperators::toArray));
    }

    private static Value toArray(Value value) {
        if (!(value instanceof DocumentValue document)) {
            throw new CommandException(40390, "$objectToArray requires a document input, found: " + value.type());
        }
        List<Value> pairs = new ArrayList<>();
        for (Element element : document) {
            pairs.add(new DocumentBuilder()
                    .add("k", new StringValue(element.name()))
                    .add("v", element.value())
                    .build());
        }
        return ArrayValue.of(pairs);
    }

    private static Value toObject(Value value) {
        List<Value> pairs = ArrayOperators.array(value, 40386, "$arrayToObject").values();
        DocumentBuilder builder = new DocumentBuilder();
        if (pairs.isEmpty()) {
            return builder.build();
        }
        boolean arrays = pairs.getFirst() instanceof ArrayValue;
        if (!arrays && !(pairs.getFirst() instanceof DocumentValue)) {
            throw new CommandException(
                    40398,
                    "Unrecognised input type format for $arrayToObject: "
                            + pairs.getFirst().type());
        }
        for (Value pair : pairs) {
            if (arrays) {
                addArray(builder, pair);
            } else {
                addDocument(builder, pair);
            }
        }
        return builder.build();
    }

    private static void addArray(DocumentBuilder builder, Value pair) {
        ArrayValue array = ArrayOperators.array(pair, 40396, "$arrayToObject");
        if (array.size() != 2) {
            throw new CommandException(
                    40397, "$arrayToObject requires an array of size 2 arrays, found array of size: " + array.size());
        }
        builder.set(name(array.get(0), 40395, 4940400), array.get(1));
    }

    private static void addDocument(DocumentBuilder builder, Value pair) {
        if (!(pair instanceof DocumentValue document)) {
            throw new CommandException(
                    40391, "$arrayToObject requires a consistent input format, found: " + pair.type());
        }
        if (document.size() != 2) {
            throw new CommandException(40392, "$arrayToObject requires an object keys of 'k' and 'v'");
        }
        if (!document.has("k") || !document.has("v")) {
            throw new CommandException(40393, "$arrayToObject requires an object with keys 'k' and 'v'");
        }
        builder.set(name(document.get("k"), 40394, 4940401), document.get("v"));
    }

    private static String name(Value key, int notString, int nul) {
        String name = Args.string(key, notString, "$arrayToObject").text();
        if (name.indexOf('\0') >= 0) {
            throw new CommandException(nul, "Key field cannot contain an embedded null byte");
        }
        return name;
    }
}
