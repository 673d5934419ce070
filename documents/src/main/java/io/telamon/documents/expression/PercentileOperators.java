package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NullValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** {@code $percentile} and {@code $median} over the numbers of an array, or one number; null where there is none. */
final class PercentileOperators {
    private static final int MISSING_ARGUMENT = 40414;
    private static final int UNKNOWN_ARGUMENT = 40415;
    private static final Set<String> METHODS = Set.of("approximate", "discrete", "continuous");

    private PercentileOperators() {}

    static void register(OperatorTable table) {
        table.add("$median", PercentileOperators::median);
        table.add("$percentile", PercentileOperators::percentile);
    }

    private static Expression median(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 7436100, UNKNOWN_ARGUMENT, List.of("input", "method"));
        Expression input = named.required("input", MISSING_ARGUMENT, parser);
        boolean continuous = isContinuous(named);
        return FunctionExpression.of(List.of(input), values -> {
            double[] sorted = sorted(values[0]);
            return sorted.length == 0 ? NullValue.NULL : new DoubleValue(quantile(sorted, 0.5, continuous));
        });
    }

    private static Expression percentile(String name, Value argument, ExpressionParser parser) {
        Named named = Named.of(name, argument, 7429703, UNKNOWN_ARGUMENT, List.of("input", "p", "method"));
        Expression input = named.required("input", MISSING_ARGUMENT, parser);
        Expression p = named.required("p", MISSING_ARGUMENT, parser);
        boolean continuous = isContinuous(named);
        if (!(p instanceof Constant constant)) {
            throw new CommandException(7750300, "The $percentile 'p' field must be an array of constant values");
        }
        double[] quantiles = quantiles(constant.value());
        return FunctionExpression.of(List.of(input), values -> percentiles(sorted(values[0]), quantiles, continuous));
    }

    private static boolean isContinuous(Named named) {
        Value method = named.raw("method");
        if (method == MissingValue.MISSING) {
            throw new CommandException(MISSING_ARGUMENT, "BSON field 'method' is missing but a required field");
        }
        if (!(method instanceof StringValue name)) {
            throw ErrorCode.TYPE_MISMATCH.error(
                    "BSON field 'method' is the wrong type '" + method.type() + "', expected type 'string'");
        }
        if (!METHODS.contains(name.text())) {
            throw ErrorCode.BAD_VALUE.error(
                    "Currently only 'approximate', 'discrete' and 'continuous' can be used as percentile 'method'.");
        }
        return name.text().equals("continuous");
    }

    private static double[] quantiles(Value value) {
        if (!(value instanceof ArrayValue array) || array.size() == 0) {
            throw new CommandException(
                    7750301,
                    "The $percentile 'p' field must be an array of numbers from [0, 1] range, but found: " + value);
        }
        double[] quantiles = new double[array.size()];
        for (int i = 0; i < quantiles.length; i++) {
            if (!(array.get(i) instanceof NumberValue number)) {
                throw new CommandException(
                        7750302,
                        "The $percentile 'p' field must be an array of numbers from [0, 1] range, but found: " + value);
            }
            quantiles[i] = number.toDouble();
            if (!(quantiles[i] >= 0 && quantiles[i] <= 1)) {
                throw new CommandException(
                        7750303,
                        "The $percentile 'p' field must be an array of numbers from [0, 1] range, but found: " + value);
            }
        }
        return quantiles;
    }

    private static Value percentiles(double[] sorted, double[] quantiles, boolean continuous) {
        List<Value> results = new ArrayList<>(quantiles.length);
        for (double quantile : quantiles) {
            results.add(sorted.length == 0 ? NullValue.NULL : new DoubleValue(quantile(sorted, quantile, continuous)));
        }
        return ArrayValue.of(results);
    }

    private static double[] sorted(Value input) {
        List<Value> values = input instanceof ArrayValue array ? array.values() : List.of(input);
        double[] numbers = values.stream()
                .filter(NumberValue.class::isInstance)
                .mapToDouble(value -> ((NumberValue) value).toDouble())
                .filter(number -> !Double.isNaN(number))
                .toArray();
        Arrays.sort(numbers);
        return numbers;
    }

    private static double quantile(double[] sorted, double quantile, boolean continuous) {
        if (continuous) {
            double rank = quantile * (sorted.length - 1);
            int low = (int) Math.floor(rank);
            int high = (int) Math.ceil(rank);
            return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
        }
        int rank = (int) Math.ceil(quantile * sorted.length) - 1;
        return sorted[Math.max(0, rank)];
    }
}
