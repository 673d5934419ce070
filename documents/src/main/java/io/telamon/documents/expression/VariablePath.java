package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.FieldName;

/** Compiles {@code $$name} and {@code $$name.path}. */
final class VariablePath {
    private VariablePath() {}

    static Expression parse(String text, Scope scope) {
        int dot = text.indexOf('.');
        String name = dot < 0 ? text.substring(2) : text.substring(2, dot);
        VariableNames.checkUse(name);
        Expression variable = scope.variable(name);
        if (dot < 0) {
            return variable;
        }
        if (dot == text.length() - 1) {
            throw new CommandException(40353, "FieldPath must not end with a '.'.");
        }
        FieldName[] path = FieldPaths.parse(text.substring(dot + 1));
        return switch (variable) {
            case VariableExpression known -> new PathExpression(known.slot(), path);
            default -> new Constant(PathExpression.resolve(((Constant) variable).value(), path, 0));
        };
    }
}
