package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of the first case that counts as true, otherwise the default; error 40066 when there is none. */
record Switch(
        List<Expression> cases,
        List<Expression> results,
        @Nullable Expression otherwise) implements Expression {

    /** A switch without the branches that can never be taken. */
    static Expression of(List<Expression> cases, List<Expression> results, @Nullable Expression otherwise) {
        List<Expression> open = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        if (otherwise instanceof Failure) {
            return otherwise;
        }
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i) instanceof Failure) {
                return cases.get(i);
            }
            if (cases.get(i) instanceof Constant constant) {
                if (constant.value().isTruthy()) {
                    return open.isEmpty() ? results.get(i) : new Switch(open, values, results.get(i));
                }
            } else {
                if (results.get(i) instanceof Failure) {
                    return results.get(i);
                }
                open.add(cases.get(i));
                values.add(results.get(i));
            }
        }
        if (!open.isEmpty()) {
            return new Switch(open, values, otherwise);
        }
        if (otherwise == null) {
            throw new CommandException(
                    40069, "Cannot execute a switch statement where all the cases evaluate to false without a default");
        }
        return otherwise;
    }

    @Override
    public Value evaluate(Variables variables) {
        for (int i = 0; i < cases.size(); i++) {
            if (cases.get(i).evaluate(variables).isTruthy()) {
                return results.get(i).evaluate(variables);
            }
        }
        if (otherwise == null) {
            throw new CommandException(
                    40066, "$switch could not find a matching branch for an input, and no default was specified.");
        }
        return otherwise.evaluate(variables);
    }
}
