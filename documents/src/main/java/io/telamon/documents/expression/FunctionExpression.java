package io.telamon.documents.expression;

import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** A function of operands, all of which are evaluated. */
final class FunctionExpression implements Expression {
    private final Expression[] operands;
    private final FunctionN function;

    private FunctionExpression(Expression[] operands, FunctionN function) {
        this.operands = operands;
        this.function = function;
    }

    /** The function of operands; computed at once when all of them are constant. */
    static Expression of(List<Expression> operands, FunctionN function) {
        FunctionExpression expression = new FunctionExpression(operands.toArray(Expression[]::new), function);
        return Constants.foldWhenAllConstant(expression, operands);
    }

    /** The function of operands in any order: those that are constant come last, and are combined. */
    static Expression commutative(List<Expression> operands, FunctionN function) {
        List<Expression> ordered = new ArrayList<>();
        List<Expression> constants = new ArrayList<>();
        for (Expression operand : operands) {
            (operand.isConstant() ? constants : ordered).add(operand);
        }
        if (ordered.isEmpty() || constants.size() < 2) {
            ordered.addAll(constants);
        } else {
            ordered.add(of(constants, function));
        }
        return of(ordered, function);
    }

    @Override
    public Value evaluate(Variables variables) {
        Value[] arguments = new Value[operands.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = operands[i].evaluate(variables);
        }
        return function.apply(arguments);
    }
}
