package io.telamon.documents.expression;

import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code $and}, {@code $or} and {@code $not} on what values count as; operands behind the deciding one are not evaluated. */
final class BooleanOperators {
    private BooleanOperators() {}

    static void register(OperatorTable table) {
        table.add("$and", (_, argument, parser) -> of(parser.arguments(argument), false));
        table.add("$or", (_, argument, parser) -> of(parser.arguments(argument), true));
        table.unary("$not", value -> BooleanValue.of(!value.isTruthy()));
    }

    private static Expression of(List<Expression> operands, boolean decides) {
        for (Expression operand : operands) {
            if (operand instanceof Failure) {
                return operand;
            }
        }
        for (Expression operand : operands) {
            if (!operand.isConstant()) {
                return new Junction(operands, decides);
            }
            if (((Constant) operand).value().isTruthy() == decides) {
                return new Constant(BooleanValue.of(decides));
            }
        }
        return new Constant(BooleanValue.of(!decides));
    }

    /** Operands of which the first that counts as {@code decides} gives the result. */
    private record Junction(List<Expression> operands, boolean decides) implements Expression {

        @Override
        public Value evaluate(Variables variables) {
            for (Expression operand : operands) {
                if (operand.evaluate(variables).isTruthy() == decides) {
                    return BooleanValue.of(decides);
                }
            }
            return BooleanValue.of(!decides);
        }
    }
}
