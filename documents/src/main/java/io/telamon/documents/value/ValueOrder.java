package io.telamon.documents.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * The order of all values: first by type (numbers are one type, strings and symbols another), then by value. Numbers are
 * compared exactly across types; NaN is below all numbers and equal to itself; -0.0 equals 0.0. Missing and undefined are
 * equal and below null.
 */
public final class ValueOrder implements Comparator<Value> {

    /** The order without a collation. */
    public static final ValueOrder BINARY = new ValueOrder(StringOrder.BINARY);

    private final StringOrder strings;

    /** The order with strings in a given order. */
    public ValueOrder(StringOrder strings) {
        this.strings = strings;
    }

    /** The order of strings. */
    public StringOrder strings() {
        return strings;
    }

    /** Whether two values are equal: numbers across types, fields in the same order. */
    public boolean same(Value left, Value right) {
        return compare(left, right) == 0;
    }

    @Override
    public int compare(Value left, Value right) {
        int byRank = Integer.compare(left.type().rank(), right.type().rank());
        return byRank != 0 ? byRank : compareWithin(left, right);
    }

    private int compareWithin(Value left, Value right) {
        return switch (left) {
            case NumberValue number -> Numbers.compare(number, (NumberValue) right);
            case StringValue string -> strings.compare(string, text(right));
            case SymbolValue symbol -> strings.compare(new StringValue(symbol.text()), text(right));
            case DocumentValue document -> compareDocuments(document, (DocumentValue) right);
            case ArrayValue array -> compareArrays(array, (ArrayValue) right);
            case BinaryValue binary -> compareBinary(binary, (BinaryValue) right);
            case ObjectIdValue id -> id.value().compareTo(((ObjectIdValue) right).value());
            case BooleanValue bool -> Boolean.compare(bool.value(), ((BooleanValue) right).value());
            case DateTimeValue date -> Long.compare(date.milliseconds(), ((DateTimeValue) right).milliseconds());
            case TimestampValue time -> Long.compareUnsigned(time.value(), ((TimestampValue) right).value());
            case RegexValue regex -> compareRegex(regex, (RegexValue) right);
            case DbPointerValue pointer -> comparePointers(pointer, (DbPointerValue) right);
            case JavaScriptValue code -> compareText(code.code(), ((JavaScriptValue) right).code());
            case CodeWithScopeValue code -> compareCode(code, (CodeWithScopeValue) right);
            case Singleton _ -> 0;
        };
    }

    private static StringValue text(Value value) {
        return value instanceof SymbolValue symbol ? new StringValue(symbol.text()) : (StringValue) value;
    }

    private int compareDocuments(DocumentValue left, DocumentValue right) {
        Iterator<Element> others = right.iterator();
        for (Element element : left) {
            if (!others.hasNext()) {
                return 1;
            }
            int order = compareElements(element, others.next());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private int compareElements(Element left, Element right) {
        int order =
                Integer.compare(left.value().type().rank(), right.value().type().rank());
        if (order == 0) {
            order = compareText(left.name(), right.name());
        }
        return order == 0 ? compareWithin(left.value(), right.value()) : order;
    }

    private int compareArrays(ArrayValue left, ArrayValue right) {
        List<Value> these = left.values();
        List<Value> those = right.values();
        int common = Math.min(these.size(), those.size());
        for (int i = 0; i < common; i++) {
            int order = compare(these.get(i), those.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(these.size(), those.size());
    }

    private static int compareBinary(BinaryValue left, BinaryValue right) {
        int order = Integer.compare(left.data().length, right.data().length);
        if (order == 0) {
            order = Integer.compare(left.subtype(), right.subtype());
        }
        return order == 0 ? Arrays.compareUnsigned(left.data(), right.data()) : order;
    }

    private static int compareRegex(RegexValue left, RegexValue right) {
        int order = compareText(left.pattern(), right.pattern());
        return order == 0 ? compareText(left.options(), right.options()) : order;
    }

    private static int comparePointers(DbPointerValue left, DbPointerValue right) {
        int order = Integer.compare(left.namespace().length(), right.namespace().length());
        if (order == 0) {
            order = compareText(left.namespace(), right.namespace());
        }
        return order == 0 ? left.id().compareTo(right.id()) : order;
    }

    private int compareCode(CodeWithScopeValue left, CodeWithScopeValue right) {
        int order = compareText(left.code(), right.code());
        return order == 0 ? compareDocuments(left.scope(), right.scope()) : order;
    }

    private static int compareText(String left, String right) {
        return new StringValue(left).compareTo(new StringValue(right));
    }
}
