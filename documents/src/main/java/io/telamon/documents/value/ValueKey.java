package io.telamon.documents.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as the key of a map: equal keys are values that {@link ValueOrder} takes for equal. */
public final class ValueKey {
    private final Value value;
    private final ValueOrder order;
    private final int hash;

    /** The key of a value in an order. */
    public ValueKey(Value value, ValueOrder order) {
        this.value = value;
        this.order = order;
        this.hash = hash(value, order.strings());
    }

    /** The value. */
    public Value value() {
        return value;
    }

    private static int hash(Value value, StringOrder strings) {
        return switch (value) {
            case NumberValue number -> hash(number);
            case StringValue string -> strings.key(string).hashCode();
            case SymbolValue symbol ->
                strings.key(new StringValue(symbol.text())).hashCode();
            case DocumentValue document -> hash(document, strings);
            case ArrayValue array -> hash(array.values(), strings);
            case UndefinedValue _, MissingValue _ -> 0;
            case CodeWithScopeValue code -> code.code().hashCode();
            default -> value.hashCode();
        };
    }

    private static int hash(NumberValue number) {
        double nearest = number.toDouble();
        return Double.hashCode(nearest == 0 ? 0.0 : nearest);
    }

    private static int hash(DocumentValue document, StringOrder strings) {
        int hash = 1;
        for (Element element : document) {
            hash = 31 * (31 * hash + element.name().hashCode()) + hash(element.value(), strings);
        }
        return hash;
    }

    private static int hash(List<Value> values, StringOrder strings) {
        int hash = 2;
        for (Value value : values) {
            hash = 31 * hash + hash(value, strings);
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueKey key && hash == key.hash && order.same(value, key.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
