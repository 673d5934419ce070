package io.telamon.documents.projection;

import io.telamon.documents.expression.Variables;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import java.util.List;
import java.util.Map;

/** Sets fields to the values of expressions and keeps all others, as {@code $addFields} does. */
record Computation(Node root) implements Projection {

    @Override
    public DocumentValue apply(DocumentValue document, Variables variables) {
        return compute(root, document, variables);
    }

    static DocumentValue compute(Node node, DocumentValue document, Variables variables) {
        DocumentBuilder builder = new DocumentBuilder().addAll(document);
        for (Map.Entry<String, Node> child : node.children().entrySet()) {
            if (!child.getValue().computes()) {
                continue;
            }
            String name = child.getKey();
            Value value = compute(child.getValue(), builder.get(name), variables);
            if (value == MissingValue.MISSING) {
                builder.remove(name);
            } else {
                builder.set(name, value);
            }
        }
        return builder.build();
    }

    private static Value compute(Node node, Value value, Variables variables) {
        if (node.action() instanceof Action.Compute compute) {
            return compute.expression().evaluate(variables);
        }
        return switch (value) {
            case DocumentValue document -> compute(node, document, variables);
            case ArrayValue array -> {
                List<Value> elements = array.values().stream()
                        .map(element -> compute(node, element, variables))
                        .toList();
                yield ArrayValue.of(elements);
            }
            default -> compute(node, DocumentValue.empty(), variables);
        };
    }
}
