package io.telamon.documents.update;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.Value;
import java.util.Map;

/** The document from which an upsert starts: the fields that the filter sets equal to a value. */
public final class UpsertDocument {
    private UpsertDocument() {}

    /**
     * The document of a filter, which has been parsed before.
     *
     * @throws io.telamon.documents.error.CommandException 28 where two of the fields exclude each other
     */
    public static DocumentValue of(DocumentValue filter) {
        return add(filter, DocumentValue.empty());
    }

    private static DocumentValue add(DocumentValue filter, DocumentValue start) {
        DocumentValue result = start;
        for (Element element : filter) {
            if (element.name().equals("$and") && element.value() instanceof ArrayValue parts) {
                for (Value part : parts.values()) {
                    result = add((DocumentValue) part, result);
                }
            } else if (element.name().equals("$or")
                    && element.value() instanceof ArrayValue parts
                    && parts.size() == 1) {
                result = add((DocumentValue) parts.get(0), result);
            } else if (!element.name().startsWith("$")) {
                result = field(element, result);
            }
        }
        return result;
    }

    private static DocumentValue field(Element element, DocumentValue document) {
        Value value = element.value();
        if (value instanceof DocumentValue operators && isOperators(operators)) {
            return operator(element.name(), operators, document);
        }
        return value instanceof RegexValue ? document : set(element.name(), value, document);
    }

    private static boolean isOperators(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().startsWith("$");
    }

    private static DocumentValue operator(String name, DocumentValue operators, DocumentValue document) {
        if (operators.has("$eq")) {
            return set(name, operators.get("$eq"), document);
        }
        for (String list : new String[] {"$in", "$all"}) {
            if (operators.get(list) instanceof ArrayValue array
                    && array.size() == 1
                    && !(array.get(0) instanceof RegexValue)) {
                return set(name, array.get(0), document);
            }
        }
        return operators.has("$ref") || operators.has("$id") ? set(name, operators, document) : document;
    }

    private static DocumentValue set(String name, Value value, DocumentValue document) {
        Modification modification = _ -> value;
        return new PathUpdater(Map.of(), -1, UpdatePath.parse(name), modification).apply(document);
    }
}
