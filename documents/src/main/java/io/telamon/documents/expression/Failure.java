package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Value;

/** A constant expression that cannot be computed. It is an error of the command unless an operator leaves it out. */
record Failure(CommandException error) implements Expression {

    @Override
    public Value evaluate(Variables variables) {
        throw error;
    }
}
