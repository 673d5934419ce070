package io.telamon.documents.projection;

import io.telamon.documents.expression.Variables;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers the fields that are named, in the order of the document, and behind them what is computed. */
record Inclusion(Node root) implements Projection {

    @Override
    public DocumentValue apply(DocumentValue document, Variables variables) {
        DocumentValue included = include(root, document, variables);
        return root.computes() ? Computation.compute(root, included, variables) : included;
    }

    private static DocumentValue include(Node node, DocumentValue document, Variables variables) {
        DocumentBuilder builder = new DocumentBuilder();
        for (Element element : document) {
            Node child = node.child(element.name());
            if (child != null) {
                builder.add(element.name(), include(child, element.value(), variables));
            }
        }
        return builder.build();
    }

    private static Value include(Node node, Value value, Variables variables) {
        return switch (node.action()) {
            case Action.Include _ -> value;
            case Action.Change change -> change.modifier().apply(value, variables);
            case null -> below(node, value, variables);
            default -> MissingValue.MISSING;
        };
    }

    private static Value below(Node node, @Nullable Value value, Variables variables) {
        return switch (value) {
            case DocumentValue document -> include(node, document, variables);
            case ArrayValue array -> {
                List<Value> elements = new ArrayList<>();
                for (Value element : array.values()) {
                    Value included = below(node, element, variables);
                    if (included != MissingValue.MISSING) {
                        elements.add(included);
                    }
                }
                yield ArrayValue.of(elements);
            }
            case null, default -> MissingValue.MISSING;
        };
    }
}
