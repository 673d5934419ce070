package io.telamon.documents.expression;

import io.telamon.documents.value.Value;

/** A value that is known when the expression is compiled. */
record Constant(Value value) implements Expression {

    @Override
    public Value evaluate(Variables variables) {
        return value;
    }

    @Override
    public boolean isConstant() {
        return true;
    }
}
