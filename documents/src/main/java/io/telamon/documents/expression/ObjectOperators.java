package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $mergeObjects}: the fields of documents, the last value of each name. Null and missing are skipped. */
final class ObjectOperators {
    private ObjectOperators() {}

    static void register(OperatorTable table) {
        table.variadic("$mergeObjects", ObjectOperators::merge);
    }

    private static Value merge(Value[] arguments) {
        DocumentBuilder builder = new DocumentBuilder();
        List<Value> documents = List.of(arguments);
        for (Value argument : documents) {
            merge(builder, argument);
        }
        return builder.build();
    }

    private static void merge(DocumentBuilder builder, Value argument) {
        switch (argument) {
            case DocumentValue document -> {
                for (Element element : document) {
                    builder.set(element.name(), element.value());
                }
            }
            case ArrayValue array -> throw notDocument(array);
            default -> {
                if (!argument.isNullish()) {
                    throw notDocument(argument);
                }
            }
        }
    }

    private static CommandException notDocument(Value argument) {
        return new CommandException(
                40400,
                "$mergeObjects requires object inputs, but input " + argument + " is of type " + argument.type());
    }
}
