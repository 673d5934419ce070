package io.telamon.documents.expression;

import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What an expression sees of the command it belongs to.
 *
 * @param order the order of values, with the collation of the command
 * @param now the time of {@code $$NOW} in milliseconds since 1970
 * @param clusterTime the value of {@code $$CLUSTER_TIME}, missing where there is none
 * @param userRoles the value of {@code $$USER_ROLES}
 * @param let the variables that the command defines
 * @param random the source of {@code $rand}
 */
public record ExpressionContext(
        ValueOrder order,
        long now,
        Value clusterTime,
        Value userRoles,
        Map<String, Value> let,
        RandomGenerator random) {

    /** A context without collation, cluster time, roles and variables. */
    public static ExpressionContext of(long now, RandomGenerator random) {
        return new ExpressionContext(
                ValueOrder.BINARY, now, MissingValue.MISSING, MissingValue.MISSING, Map.of(), random);
    }

    /** This context with variables of the command. */
    public ExpressionContext withLet(Map<String, Value> variables) {
        return new ExpressionContext(order, now, clusterTime, userRoles, variables, random);
    }

    /** This context with another order of values. */
    public ExpressionContext withOrder(ValueOrder other) {
        return new ExpressionContext(other, now, clusterTime, userRoles, let, random);
    }
}
