package io.telamon.documents.projection;

import io.telamon.documents.expression.Variables;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** Answers all fields but those that are named, and changes some. */
record Exclusion(Node root) implements Projection {

    @Override
    public DocumentValue apply(DocumentValue document, Variables variables) {
        DocumentValue kept = exclude(root, document, variables);
        return root.computes() ? Computation.compute(root, kept, variables) : kept;
    }

    private static DocumentValue exclude(Node node, DocumentValue document, Variables variables) {
        DocumentBuilder builder = new DocumentBuilder();
        for (Element element : document) {
            Node child = node.child(element.name());
            builder.add(element.name(), child == null ? element.value() : exclude(child, element.value(), variables));
        }
        return builder.build();
    }

    private static Value exclude(Node node, Value value, Variables variables) {
        return switch (node.action()) {
            case Action.Exclude _ -> MissingValue.MISSING;
            case Action.Change change -> change.modifier().apply(value, variables);
            case null -> below(node, value, variables);
            default -> value;
        };
    }

    private static Value below(Node node, Value value, Variables variables) {
        return switch (value) {
            case DocumentValue document -> exclude(node, document, variables);
            case ArrayValue array -> {
                List<Value> elements = array.values().stream()
                        .map(element -> below(node, element, variables))
                        .toList();
                yield ArrayValue.of(elements);
            }
            default -> value;
        };
    }
}
