package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** Compiles the use of one operator. */
@FunctionalInterface
interface OperatorParser {

    /**
     * The expression of an operator.
     *
     * @param name the name with its dollar sign
     * @param argument what stands behind the name
     * @throws io.telamon.documents.error.CommandException when the argument has not the form that the operator takes
     */
    Expression parse(String name, Value argument, ExpressionParser parser);
}
