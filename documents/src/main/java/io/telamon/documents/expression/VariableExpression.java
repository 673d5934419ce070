package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** The value of a variable. */
record VariableExpression(int slot) implements Expression {

    @Override
    public Value evaluate(Variables variables) {
        return variables.get(slot);
    }
}
