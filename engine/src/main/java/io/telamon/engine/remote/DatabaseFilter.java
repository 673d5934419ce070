package io.telamon.engine.remote;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * What {@code listDatabases} is to list: the deployment would filter by names that clients do not know, so it is done here. Only the name can
 * be asked for: by equality, a list, or a regular expression.
 *
 * @param matches whether a database of that name, as clients know it, is listed
 * @param nameOnly whether sizes are left out
 */
record DatabaseFilter(Predicate<String> matches, boolean nameOnly) {

    /**
     * That of a command.
     *
     * @throws RefusedException if it asks for something else than the name
     */
    static DatabaseFilter of(BsonDocument command) throws RefusedException {
        boolean nameOnly = command.containsKey("nameOnly")
                && (!command.isBoolean("nameOnly")
                        || command.getBoolean("nameOnly").getValue());
        BsonDocument filter = command.getDocument("filter", new BsonDocument());
        if (filter.isEmpty()) {
            return new DatabaseFilter(name -> true, nameOnly);
        }
        if (!List.copyOf(filter.keySet()).equals(List.of("name"))) {
            throw RefusedException.badValue("databases can be listed by a filter on name alone");
        }
        return new DatabaseFilter(condition(Objects.requireNonNull(filter.get("name"))), nameOnly);
    }

    private static Predicate<String> condition(BsonValue value) throws RefusedException {
        if (value.isString()) {
            return value.asString().getValue()::equals;
        }
        if (value.isRegularExpression()) {
            return expression(
                    value.asRegularExpression().getPattern(),
                    value.asRegularExpression().getOptions());
        }
        if (value.isDocument() && !value.asDocument().isEmpty()) {
            return operator(value.asDocument());
        }
        throw RefusedException.badValue("name is compared with a text or a regular expression");
    }

    private static Predicate<String> operator(BsonDocument operators) throws RefusedException {
        Predicate<String> all = name -> true;
        for (var operator : operators.entrySet()) {
            all = all.and(operator(operators, operator.getKey(), operator.getValue()));
        }
        return all;
    }

    private static Predicate<String> operator(BsonDocument operators, String operator, BsonValue value)
            throws RefusedException {
        return switch (operator) {
            case "$eq" -> condition(value);
            case "$ne" -> condition(value).negate();
            case "$not" -> condition(value).negate();
            case "$in" -> oneOf(value.isArray() ? value.asArray() : new BsonArray());
            case "$nin" ->
                oneOf(value.isArray() ? value.asArray() : new BsonArray()).negate();
            case "$options" -> name -> true;
            case "$regex" ->
                value.isString()
                        ? expression(
                                value.asString().getValue(),
                                operators.isString("$options")
                                        ? operators.getString("$options").getValue()
                                        : "")
                        : condition(value);
            default -> throw RefusedException.badValue("name cannot be compared with " + operator);
        };
    }

    private static Predicate<String> oneOf(BsonArray values) throws RefusedException {
        Predicate<String> any = name -> false;
        for (BsonValue value : values) {
            any = any.or(condition(value));
        }
        return any;
    }

    private static Predicate<String> expression(String pattern, String options) throws RefusedException {
        try {
            return Pattern.compile(pattern, options.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                    .asPredicate();
        } catch (PatternSyntaxException e) {
            throw RefusedException.badValue("not a regular expression: " + e.getDescription());
        }
    }

    /** The entry of a database as it is listed. */
    BsonDocument shown(BsonDocument database) {
        return nameOnly ? new BsonDocument("name", database.get("name")) : database;
    }

    /** What the whole listing says of all databases together. */
    void sum(BsonDocument listing, long bytes) {
        if (nameOnly) {
            listing.remove("totalSize");
            listing.remove("totalSizeMb");
        } else {
            listing.put("totalSize", new org.bson.BsonInt64(bytes));
            listing.put("totalSizeMb", new org.bson.BsonInt64(bytes >> 20));
        }
        listing.put("ok", listing.get("ok", BsonBoolean.TRUE));
    }
}
