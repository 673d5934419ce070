package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import java.util.List;

/** Computes what is known when an expression is compiled, so that its errors are those of the command, not of a document. */
final class Constants {
    static final Expression MISSING = new Constant(MissingValue.MISSING);

    private Constants() {}

    /** The value of an expression as a constant when all its operands are. */
    static Expression foldWhenAllConstant(Expression expression, List<Expression> operands) {
        Expression checked = orFailure(expression, operands);
        if (checked instanceof Failure) {
            return checked;
        }
        for (Expression operand : operands) {
            if (!operand.isConstant()) {
                return expression;
            }
        }
        try {
            return new Constant(expression.evaluate(new Variables(DocumentValue.empty())));
        } catch (CommandException e) {
            return new Failure(e);
        }
    }

    /** The expression, or the first of its operands that is known to fail. */
    static Expression orFailure(Expression expression, List<Expression> operands) {
        for (Expression operand : operands) {
            if (operand instanceof Failure) {
                return operand;
            }
        }
        return expression;
    }
}
