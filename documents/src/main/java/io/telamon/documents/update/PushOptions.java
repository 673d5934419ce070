package io.telamon.documents.update;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.SortPattern;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code $push} does with an array.
 *
 * @param values the values that are put in
 * @param position where they are put in; negative from the end; the largest value for the end
 * @param sort the order in which the array is sorted afterwards
 * @param slice how many elements are kept, of the last ones when it is negative
 */
record PushOptions(
        List<Value> values,
        long position,
        @Nullable Comparator<Value> sort,
        @Nullable Long slice) {

    static PushOptions of(Value value) {
        return new PushOptions(List.of(value), Long.MAX_VALUE, null, null);
    }

    /** The options of a document with {@code $each}. */
    static PushOptions parse(DocumentValue document, ValueOrder order) {
        if (!(document.get("$each") instanceof ArrayValue each)) {
            throw ErrorCode.BAD_VALUE.error("The argument to $each in $push must be an array but it was of type: "
                    + document.get("$each").type());
        }
        for (Element element : document) {
            switch (element.name()) {
                case "$each", "$position", "$sort", "$slice" -> {}
                default -> throw ErrorCode.BAD_VALUE.error("Unrecognized clause in $push: " + element.name());
            }
        }
        Long position = whole(document, "$position");
        return new PushOptions(
                each.values(),
                position == null ? Long.MAX_VALUE : position,
                sort(document.get("$sort"), order),
                whole(document, "$slice"));
    }

    private static @Nullable Long whole(DocumentValue document, String name) {
        Value value = document.get(name);
        if (value == MissingValue.MISSING) {
            return null;
        }
        if (!(value instanceof NumberValue number) || !number.isLong()) {
            throw ErrorCode.BAD_VALUE.error(
                    "The value for " + name + " must be an integer value but was given type: " + value.type());
        }
        return number.toLong();
    }

    private static @Nullable Comparator<Value> sort(Value value, ValueOrder order) {
        return switch (value) {
            case MissingValue _ -> null;
            case NumberValue number
            when Math.abs(number.toDouble()) == 1 -> number.toDouble() > 0 ? order : order.reversed();
            case NumberValue number ->
                throw ErrorCode.BAD_VALUE.error("The $sort element value must be either 1 or -1: " + number);
            case DocumentValue pattern -> {
                for (String name : pattern.names()) {
                    if (name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
                        throw ErrorCode.BAD_VALUE.error(
                                "The $sort field is a dotted field but has an empty part: " + name);
                    }
                }
                yield SortPattern.of(pattern, ErrorCode.BAD_VALUE.code()).comparator(order);
            }
            default ->
                throw ErrorCode.BAD_VALUE.error(
                        "The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields");
        };
    }

    ArrayValue apply(ArrayValue array) {
        List<Value> all = new ArrayList<>(array.values());
        long from = position < 0 ? Math.max(0, all.size() + position) : Math.min(all.size(), position);
        all.addAll((int) from, values);
        if (sort != null) {
            all.sort(sort);
        }
        if (slice == null) {
            return ArrayValue.of(all);
        }
        int size = all.size();
        return ArrayValue.of(
                slice < 0
                        ? all.subList((int) Math.max(0, size + slice), size)
                        : all.subList(0, (int) Math.min(size, slice)));
    }
}
