package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.Errors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the query operators that mongo-java-server does not have, or has and answers wrong, also where no document would show it. */
final class Filters {

    private static final Set<String> REFUSED = Set.of(
            "$text",
            "$where",
            "$jsonSchema",
            "$bitsAllSet",
            "$bitsAllClear",
            "$bitsAnySet",
            "$bitsAnyClear",
            "$near",
            "$nearSphere",
            "$geoWithin",
            "$geoIntersects",
            "$rand",
            "$sampleRate",
            "$meta",
            "$mod");

    /** Types of which mongo-java-server does not recognize every value. */
    private static final Set<Object> REFUSED_TYPES = Set.of(
            "binData",
            5,
            "undefined",
            6,
            "regex",
            11,
            "dbPointer",
            12,
            "javascript",
            13,
            "symbol",
            14,
            "javascriptWithScope",
            15);

    private Filters() {}

    /** The filter as mongo-java-server answers it right, if all of it can be answered. */
    static Document prepare(Document filter) {
        filter.forEach(Filters::check);
        return RegularExpressions.inStrings(filter);
    }

    private static void check(String name, @Nullable Object value) {
        if (REFUSED.contains(name)) {
            throw Errors.notImplemented("the query operator " + name);
        }
        switch (name) {
            case "$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$all" -> checkAll(name, value);
            case "$expr" -> Expressions.check(value);
            case "$type" -> checkType(value);
            default -> descend(value);
        }
    }

    /** What is compared with is data; only {@code $all} may have operators in it. */
    private static void checkAll(String name, @Nullable Object value) {
        if (name.equals("$all")) {
            descend(value);
        }
        if (name.endsWith("in") && value instanceof Collection<?> values && values.contains(List.of())) {
            throw Errors.notImplemented("the query operator " + name + " with an empty array");
        }
    }

    private static void descend(@Nullable Object value) {
        if (value instanceof Document document) {
            document.forEach(Filters::check);
        } else if (value instanceof Collection<?> values) {
            values.forEach(Filters::descend);
        }
    }

    private static void checkType(@Nullable Object type) {
        if (type instanceof Collection<?> types) {
            types.forEach(Filters::checkType);
        } else if (REFUSED_TYPES.contains(
                type instanceof Number number ? (Object) number.intValue() : String.valueOf(type))) {
            throw Errors.notImplemented("the query operator $type for " + type);
        }
    }

    /** The sort order itself, if documents can be put in it. */
    static Document checkSort(Document sort) {
        for (Map.Entry<String, Object> field : sort.entrySet()) {
            if (field.getValue() instanceof Document) {
                throw Errors.notImplemented("sorting by $meta");
            }
            if (!(field.getValue() instanceof Number direction) || Math.abs(direction.doubleValue()) != 1) {
                throw Errors.badValue("$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
        }
        return sort;
    }
}
