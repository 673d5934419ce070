package io.telamon.gateway.command;

import java.util.Set;
import java.util.function.Predicate;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Looks in the filter of a query for conditions on one field, wherever they stand in it.
 *
 * @param field the field's name, with dots for inner ones
 * @param allowed the conditions that there may be
 */
record NameFilter(String field, Predicate<BsonValue> allowed) {

    private static final Set<String> COMBINING = Set.of("$and", "$or", "$nor");

    /** Whether every condition on the field is one that there may be. */
    boolean allows(BsonDocument filter) {
        return filter.entrySet().stream().allMatch(entry -> allows(entry.getKey(), entry.getValue()));
    }

    private boolean allows(String name, BsonValue condition) {
        if (name.equals(field)) {
            return allowed.test(condition);
        }
        if (COMBINING.contains(name) && condition instanceof BsonArray branches) {
            return branches.stream().allMatch(branch -> !(branch instanceof BsonDocument inner) || allows(inner));
        }
        return true;
    }

    /** Whether a condition is a string or a regular expression. */
    static boolean isStringOrPattern(BsonValue condition) {
        return condition.isString()
                || condition.isRegularExpression()
                || only(condition, Set.of("$eq", "$regex", "$options"));
    }

    private static boolean only(BsonValue condition, Set<String> operators) {
        return condition instanceof BsonDocument document
                && !document.isEmpty()
                && operators.containsAll(document.keySet())
                && document.values().stream().allMatch(value -> value.isString() || value.isRegularExpression());
    }
}
