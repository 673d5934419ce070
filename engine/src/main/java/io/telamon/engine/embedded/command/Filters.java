package io.telamon.engine.embedded.command;

import de.bwaldvogel.mongo.bson.Document;
import io.telamon.engine.embedded.error.CommandErrors;
import io.telamon.engine.embedded.filter.DocumentEquality;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses the query operators that mongo-java-server does not have, or has and answers wrong, also where no document would show it. */
final class Filters {

    private static final Set<String> COMBINATIONS = Set.of("$and", "$or", "$nor");

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

    /**
     * The filter as mongo-java-server answers it right, if all of it can be answered.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if it is no filter, or one that this engine cannot answer
     */
    static Document prepare(Document filter) {
        checkFilter(filter);
        return DocumentEquality.inFilter(RegularExpressions.inStrings(filter));
    }

    private static void checkFilter(Document filter) {
        filter.forEach((name, value) -> {
            if (!name.startsWith("$")) {
                checkCondition(value);
                return;
            }
            QueryOperators.checkOnDocument(name);
            switch (name) {
                case "$and", "$or", "$nor" -> checkCombined(value);
                case "$expr" -> Expressions.check(value);
                default -> {}
            }
        });
    }

    private static void checkCombined(@Nullable Object filters) {
        if (!(filters instanceof Collection<?> list) || list.isEmpty()) {
            throw CommandErrors.badValue("$and/$or/$nor must be a nonempty array");
        }
        for (Object filter : list) {
            if (!(filter instanceof Document document)) {
                throw CommandErrors.badValue("$or/$and/$nor entries need to be full objects");
            }
            checkFilter(document);
        }
    }

    /** Checks what stands behind the name of a field. */
    static void checkCondition(@Nullable Object condition) {
        if (condition instanceof Document operators && DocumentEquality.isOperators(operators)) {
            operators.forEach(Filters::checkOperator);
        }
    }

    /** What is compared with is data; only {@code $not}, {@code $all} and {@code $elemMatch} have operators in it. */
    private static void checkOperator(String name, @Nullable Object value) {
        QueryOperators.checkOnField(name);
        switch (name) {
            case "$in", "$nin" -> checkMembers(name, value);
            case "$all" -> checkAll(value);
            case "$not" -> checkCondition(value);
            case "$elemMatch" -> checkElements(value);
            case "$type" -> checkType(value);
            default -> {}
        }
    }

    private static void checkMembers(String name, @Nullable Object value) {
        if (!(value instanceof Collection<?> values)) {
            throw CommandErrors.badValue(name + " needs an array");
        }
        if (values.contains(List.of())) {
            throw CommandErrors.notImplemented("the query operator " + name + " with an empty array");
        }
        for (Object member : values) {
            if (member instanceof Document document && DocumentEquality.isOperators(document)) {
                throw CommandErrors.badValue("cannot nest $ under " + name);
            }
        }
    }

    private static void checkAll(@Nullable Object value) {
        if (!(value instanceof Collection<?> values)) {
            throw CommandErrors.badValue("$all needs an array");
        }
        for (Object member : values) {
            if (member instanceof Document document && DocumentEquality.isOperators(document)) {
                if (!document.keySet().equals(Set.of("$elemMatch"))) {
                    throw CommandErrors.badValue("no $ expressions in $all");
                }
                checkCondition(document);
            }
        }
    }

    private static void checkElements(@Nullable Object value) {
        if (!(value instanceof Document condition)) {
            throw CommandErrors.badValue("$elemMatch needs an Object");
        }
        for (String name : condition.keySet()) {
            if (!name.startsWith("$") || COMBINATIONS.contains(name)) {
                checkFilter(condition);
                return;
            }
        }
        checkCondition(condition);
    }

    /** Filters of arrays in an update: each has conditions on one name. */
    static List<@Nullable Object> prepareArrayFilters(Collection<?> filters) {
        List<@Nullable Object> prepared = new ArrayList<>();
        for (Object filter : filters) {
            if (!(filter instanceof Document document)) {
                throw CommandErrors.typeMismatch("BSON field 'arrayFilters' must hold objects");
            }
            checkFilter(document);
            Document written = new Document();
            document.forEach((name, value) ->
                    written.put(name, name.startsWith("$") ? value : DocumentEquality.inCondition(value)));
            prepared.add(written);
        }
        return prepared;
    }

    private static void checkType(@Nullable Object type) {
        if (type instanceof Collection<?> types) {
            types.forEach(Filters::checkType);
        } else if (REFUSED_TYPES.contains(
                type instanceof Number number ? (Object) number.intValue() : String.valueOf(type))) {
            throw CommandErrors.notImplemented("the query operator $type for " + type);
        }
    }

    /** The sort order itself, if documents can be put in it. */
    static Document checkSort(Document sort) {
        for (Map.Entry<String, Object> field : sort.entrySet()) {
            if (field.getValue() instanceof Document) {
                throw CommandErrors.notImplemented("sorting by $meta");
            }
            if (!(field.getValue() instanceof Number direction) || Math.abs(direction.doubleValue()) != 1) {
                throw CommandErrors.badValue("$sort key ordering must be 1 (for ascending) or -1 (for descending)");
            }
        }
        return sort;
    }
}
