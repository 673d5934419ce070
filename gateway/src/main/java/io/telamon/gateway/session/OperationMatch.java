package io.telamon.gateway.session;

import io.telamon.gateway.error.CommandException;
import io.telamon.gateway.error.Errors;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/** The conditions that {@code currentOp} carries beside its options: which of the operations to show. */
final class OperationMatch {

    /** What the command may carry that is no condition. */
    private static final Set<String> OPTIONS = Set.of(
            "currentOp",
            "$all",
            "$ownOps",
            "$truncateOps",
            "$db",
            "lsid",
            "$clusterTime",
            "$readPreference",
            "readConcern",
            "comment",
            "maxTimeMS",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors");

    private OperationMatch() {}

    /** Whether an operation meets them all. */
    static boolean matches(BsonDocument command, BsonDocument operation) {
        return command.entrySet().stream()
                .filter(entry -> !OPTIONS.contains(entry.getKey()))
                .allMatch(entry -> meets(operation, entry.getKey(), entry.getValue()));
    }

    private static boolean meets(BsonDocument operation, String field, BsonValue condition) {
        return switch (field) {
            case "$and" -> branches(condition).allMatch(branch -> matches(branch, operation));
            case "$or" -> branches(condition).anyMatch(branch -> matches(branch, operation));
            default -> {
                if (field.startsWith("$")) {
                    throw unsupported(field);
                }
                yield meets(at(operation, field), condition);
            }
        };
    }

    private static Stream<BsonDocument> branches(BsonValue condition) {
        if (condition instanceof BsonArray array && array.stream().allMatch(BsonValue::isDocument)) {
            return array.stream().map(BsonValue::asDocument);
        }
        throw Errors.badValue("$and and $or need an array of documents");
    }

    private static CommandException unsupported(String what) {
        return Errors.badValue("currentOp does not support " + what + " in its conditions");
    }

    private static BsonValue at(BsonDocument document, String path) {
        BsonValue found = document;
        for (String name : path.split("\\.", -1)) {
            found = found instanceof BsonDocument inner ? inner.getOrDefault(name, BsonNull.VALUE) : BsonNull.VALUE;
        }
        return found;
    }

    private static boolean meets(BsonValue value, BsonValue condition) {
        if (condition instanceof BsonDocument operators
                && !operators.isEmpty()
                && operators.getFirstKey().startsWith("$")) {
            return operators.entrySet().stream().allMatch(operator -> meets(value, operator));
        }
        if (condition.isRegularExpression()) {
            throw unsupported("regular expressions");
        }
        return equal(value, condition);
    }

    private static boolean meets(BsonValue value, Map.Entry<String, BsonValue> operator) {
        BsonValue bound = operator.getValue();
        return switch (operator.getKey()) {
            case "$eq" -> equal(value, bound);
            case "$ne" -> !equal(value, bound);
            case "$gt" -> order(value, bound).filter(order -> order > 0).isPresent();
            case "$gte" -> order(value, bound).filter(order -> order >= 0).isPresent();
            case "$lt" -> order(value, bound).filter(order -> order < 0).isPresent();
            case "$lte" -> order(value, bound).filter(order -> order <= 0).isPresent();
            case "$in" -> bound instanceof BsonArray values && values.stream().anyMatch(one -> equal(value, one));
            case "$exists" -> value.isNull() == bound.equals(BsonBoolean.FALSE);
            default -> throw unsupported(operator.getKey());
        };
    }

    private static boolean equal(BsonValue value, BsonValue other) {
        return order(value, other).map(order -> order == 0).orElseGet(() -> value.equals(other));
    }

    /** How two numbers compare. */
    private static Optional<Integer> order(BsonValue value, BsonValue other) {
        return value.isNumber() && other.isNumber()
                ? Optional.of(Double.compare(
                        value.asNumber().doubleValue(), other.asNumber().doubleValue()))
                : Optional.empty();
    }
}
