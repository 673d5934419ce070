package io.telamon.documents.update;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.query.ElementPredicate;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The modifiers of arrays. */
final class ArrayModifiers {
    private static final String ELEMENT = "element";

    private final ValueOrder order;
    private final FilterParser filters;

    ArrayModifiers(ValueOrder order, FilterParser filters) {
        this.order = order;
        this.filters = filters;
    }

    private static ArrayValue array(Value current, ErrorCode code, String name) {
        if (current == MissingValue.MISSING) {
            return ArrayValue.empty();
        }
        if (current instanceof ArrayValue array) {
            return array;
        }
        throw ModifierTable.notArray(code, name, current);
    }

    /** {@code $addToSet}: appends values that the array does not have. */
    Modification addToSet(Value argument) {
        List<Value> added = each(argument, "$addToSet");
        return current -> {
            List<Value> values = new ArrayList<>(
                    array(current, ErrorCode.BAD_VALUE, "$addToSet").values());
            for (Value value : added) {
                if (values.stream().noneMatch(known -> order.same(known, value))) {
                    values.add(value);
                }
            }
            return ArrayValue.of(values);
        };
    }

    private static List<Value> each(Value argument, String name) {
        if (!(argument instanceof DocumentValue document) || !isEach(document)) {
            return List.of(argument);
        }
        if (document.size() > 1) {
            throw ErrorCode.BAD_VALUE.error("Found unexpected fields after $each in " + name + ": " + argument);
        }
        return values(document.get("$each"));
    }

    private static boolean isEach(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().equals("$each");
    }

    private static List<Value> values(Value each) {
        if (!(each instanceof ArrayValue array)) {
            throw ErrorCode.TYPE_MISMATCH.error(
                    "The argument to $each must be an array but it was of type " + each.type());
        }
        return array.values();
    }

    /** {@code $push}: appends values, and then sorts and cuts the array. */
    Modification push(Value argument) {
        boolean modified = argument instanceof DocumentValue document && document.has("$each");
        PushOptions options = modified ? PushOptions.parse((DocumentValue) argument, order) : PushOptions.of(argument);
        return current -> {
            if (current != MissingValue.MISSING && !(current instanceof ArrayValue)) {
                throw ErrorCode.BAD_VALUE.error("The field must be an array but is of type " + current.type());
            }
            return options.apply(array(current, ErrorCode.BAD_VALUE, "$push"));
        };
    }

    /** {@code $pop}: takes out the last element, the first one with -1. */
    static Modification pop(Value argument) {
        if (!(argument instanceof NumberValue number)) {
            throw ErrorCode.FAILED_TO_PARSE.error("Expected a number in: $pop: " + argument);
        }
        if (!number.isLong() || Math.abs(number.toLong()) != 1) {
            throw ErrorCode.FAILED_TO_PARSE.error("$pop expects 1 or -1, found: " + argument);
        }
        return new Pop(number.toLong() > 0);
    }

    /** The modification of {@code $pop}. */
    private record Pop(boolean last) implements Modification.OfExisting {

        @Override
        public Value apply(Value current) {
            List<Value> values = array(current, ErrorCode.TYPE_MISMATCH, "$pop").values();
            if (values.isEmpty()) {
                return current;
            }
            return ArrayValue.of(last ? values.subList(0, values.size() - 1) : values.subList(1, values.size()));
        }

        @Override
        public boolean needsPath() {
            return true;
        }
    }

    /** {@code $pull}: takes out what equals a value or matches a condition. */
    Modification pull(Value argument) {
        return remove("$pull", condition(argument));
    }

    private Predicate<Value> condition(Value argument) {
        if (argument instanceof RegexValue || (argument instanceof DocumentValue operators && isOnValue(operators))) {
            var filter = filters.parse(DocumentValue.of(ELEMENT, argument));
            return value -> filter.test(DocumentValue.of(ELEMENT, value));
        }
        if (argument instanceof DocumentValue condition) {
            ElementPredicate predicate = filters.parseElement(condition);
            return predicate::test;
        }
        return value -> order.same(value, argument);
    }

    private static boolean isOnValue(DocumentValue condition) {
        Element first = condition.first();
        return first != null
                && first.name().startsWith("$")
                && !first.name().equals("$and")
                && !first.name().equals("$or")
                && !first.name().equals("$nor");
    }

    /** {@code $pullAll}: takes out what equals one of several values. */
    Modification pullAll(Value argument) {
        if (!(argument instanceof ArrayValue array)) {
            throw ErrorCode.BAD_VALUE.error("$pullAll requires an array argument but was given a " + argument.type());
        }
        return remove("$pullAll", value -> array.values().stream().anyMatch(each -> order.same(each, value)));
    }

    private static Modification remove(String name, Predicate<Value> matches) {
        Modification.OfExisting remove = current -> {
            ArrayValue array = array(current, ErrorCode.BAD_VALUE, name);
            List<Value> kept = array.values().stream().filter(matches.negate()).toList();
            return kept.size() == array.size() ? current : ArrayValue.of(kept);
        };
        return remove;
    }
}
