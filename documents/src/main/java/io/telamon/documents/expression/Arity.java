package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import java.util.List;

/** Operators that take a list of arguments, by how many they take. */
final class Arity {
    private static final int WRONG_NUMBER = 16020;
    private static final int OUT_OF_RANGE = 28667;

    private Arity() {}

    static OperatorParser exactly(int number, FunctionN function) {
        return (name, argument, parser) ->
                FunctionExpression.of(exactly(number, name, parser.arguments(argument)), function);
    }

    static OperatorParser between(int min, int max, FunctionN function) {
        return (name, argument, parser) ->
                FunctionExpression.of(between(min, max, name, parser.arguments(argument)), function);
    }

    static OperatorParser any(FunctionN function) {
        return (_, argument, parser) -> FunctionExpression.of(parser.arguments(argument), function);
    }

    static List<Expression> exactly(int number, String name, List<Expression> arguments) {
        if (arguments.size() != number) {
            throw new CommandException(
                    WRONG_NUMBER,
                    "Expression " + name + " takes exactly " + number + " arguments. " + arguments.size()
                            + " were passed in.");
        }
        return arguments;
    }

    static List<Expression> between(int min, int max, String name, List<Expression> arguments) {
        if (arguments.size() < min || arguments.size() > max) {
            throw new CommandException(
                    OUT_OF_RANGE,
                    "Expression " + name + " takes at least " + min + " arguments, and at most " + max + ", but "
                            + arguments.size() + " were passed in.");
        }
        return arguments;
    }
}
