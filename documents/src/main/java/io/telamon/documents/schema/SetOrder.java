package io.telamon.documents.schema;

import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An order of values in which the order of a document's fields does not count. */
final class SetOrder {
    private SetOrder() {}

    static Comparator<Value> of(ValueOrder order) {
        return (left, right) -> order.compare(sorted(left), sorted(right));
    }

    private static Value sorted(Value value) {
        return switch (value) {
            case DocumentValue document -> {
                List<Element> elements = new ArrayList<>();
                document.forEach(elements::add);
                elements.sort(Comparator.comparing(Element::name));
                DocumentBuilder builder = new DocumentBuilder();
                elements.forEach(element -> builder.add(element.name(), sorted(element.value())));
                yield builder.build();
            }
            case ArrayValue array ->
                ArrayValue.of(array.values().stream().map(SetOrder::sorted).toList());
            default -> value;
        };
    }
}
