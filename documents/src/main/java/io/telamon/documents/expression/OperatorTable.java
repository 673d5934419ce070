package io.telamon.documents.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All operators by name, each registered by its family. */
public final class OperatorTable {
    private static final OperatorTable ALL = new OperatorTable();

    private final Map<String, OperatorParser> parsers = new HashMap<>();

    private OperatorTable() {
        ArithmeticOperators.register(this);
        RoundingOperators.register(this);
        LogarithmOperators.register(this);
        TrigonometryOperators.register(this);
        BitwiseOperators.register(this);
        BooleanOperators.register(this);
        ComparisonOperators.register(this);
        ConditionalOperators.register(this);
        VariableOperators.register(this);
        MiscellaneousOperators.register(this);
        ArrayOperators.register(this);
        ArrayPositionOperators.register(this);
        ArrayNOperators.register(this);
        ArrayObjectOperators.register(this);
        IterationOperators.register(this);
        ZipOperator.register(this);
        SortArrayOperator.register(this);
        SetOperators.register(this);
        ObjectOperators.register(this);
        FieldOperators.register(this);
        StringOperators.register(this);
        StringSearchOperators.register(this);
        SubstringOperators.register(this);
        TrimOperators.register(this);
        ReplaceOperators.register(this);
        RegexOperators.register(this);
        TypeOperators.register(this);
        ConvertOperators.register(this);
        DatePartOperators.register(this);
        DateFromPartsOperator.register(this);
        DateToPartsOperator.register(this);
        DateStringOperators.register(this);
        DateArithmeticOperators.register(this);
        DateDiffOperator.register(this);
        DateTruncOperator.register(this);
        TimestampOperators.register(this);
        AccumulatorOperators.register(this);
        PercentileOperators.register(this);
    }

    /** The table. */
    static OperatorTable all() {
        return ALL;
    }

    /** The names of all operators in alphabetical order. */
    public static Set<String> names() {
        return new TreeSet<>(ALL.parsers.keySet());
    }

    void add(String name, OperatorParser parser) {
        parsers.put(name, parser);
    }

    void alias(String name, String other) {
        OperatorParser parser = parsers.get(other);
        if (parser != null) {
            parsers.put(name, parser);
        }
    }

    @Nullable
    OperatorParser get(String name) {
        return parsers.get(name);
    }

    /** An operator of exactly one argument. */
    void unary(String name, Function1 function) {
        add(name, Arity.exactly(1, arguments -> function.apply(arguments[0])));
    }

    /** An operator of exactly two arguments. */
    void binary(String name, Function2 function) {
        add(name, Arity.exactly(2, arguments -> function.apply(arguments[0], arguments[1])));
    }

    /** An operator of a number of arguments within bounds. */
    void range(String name, int min, int max, FunctionN function) {
        add(name, Arity.between(min, max, function));
    }

    /** An operator of any number of arguments, whose order does not matter to the result. */
    void commutative(String name, FunctionN function) {
        add(name, (_, argument, parser) -> FunctionExpression.commutative(parser.arguments(argument), function));
    }

    /** An operator of any number of arguments. */
    void variadic(String name, FunctionN function) {
        add(name, Arity.any(function));
    }
}
