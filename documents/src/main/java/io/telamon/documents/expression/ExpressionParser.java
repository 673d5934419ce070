package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Compiles expressions. A parser with more variables is made for what stands inside an operator that binds some. */
public final class ExpressionParser {
    private final ExpressionContext context;
    private final Scope scope;

    private ExpressionParser(ExpressionContext context, Scope scope) {
        this.context = context;
        this.scope = scope;
    }

    /** A parser for the expressions of one command. */
    public static ExpressionParser of(ExpressionContext context) {
        return new ExpressionParser(context, Scope.of(context));
    }

    /** What the expressions see of their command. */
    public ExpressionContext context() {
        return context;
    }

    /** A parser that also knows a variable; {@link #slot} tells its number. */
    public ExpressionParser with(String variable) {
        return new ExpressionParser(context, scope.with(variable));
    }

    /** The number of a variable that was bound by {@link #with}. */
    public int slot(String variable) {
        return scope.slot(variable);
    }

    /**
     * Compiles a whole expression and computes what is constant in it.
     *
     * @throws CommandException when the expression is not well-formed, or a constant part of it cannot be computed
     */
    public Expression compile(Value value) {
        Expression expression = parse(value);
        if (expression instanceof Failure failure) {
            throw failure.error();
        }
        return expression;
    }

    /**
     * Compiles a part of an expression: a field path, a variable, an operator, a document or array of expressions, or a literal.
     *
     * @throws CommandException as MongoDB answers it: 168 for an unknown operator, 17276 for an undefined variable, ...
     */
    Expression parse(Value value) {
        return switch (value) {
            case StringValue string when string.text().startsWith("$") -> path(string.text());
            case DocumentValue document -> parseDocument(document);
            case ArrayValue array -> ArrayExpression.of(parseAll(array.values()));
            default -> new Constant(value);
        };
    }

    /** Compiles a document that is either one operator or fields of expressions. */
    Expression parseDocument(DocumentValue document) {
        Element first = document.first();
        if (first != null && first.name().startsWith("$")) {
            if (document.size() != 1) {
                throw new CommandException(
                        15983, "an object representing an expression must have exactly one field: " + document);
            }
            return operator(first.name(), first.value());
        }
        return DocumentExpression.parse(document, this);
    }

    /** Whether an operator of this name exists. */
    public static boolean isOperator(String name) {
        return OperatorTable.all().get(name) != null;
    }

    /** Compiles the use of an operator. */
    Expression operator(String name, Value argument) {
        OperatorParser parser = OperatorTable.all().get(name);
        if (parser == null) {
            throw new CommandException(168, "Unrecognized expression '" + name + "'");
        }
        return parser.parse(name, argument, this);
    }

    /** The arguments of an operator: the elements of an array, otherwise the one value. */
    List<Expression> arguments(Value argument) {
        return argument instanceof ArrayValue array ? parseAll(array.values()) : List.of(parse(argument));
    }

    private List<Expression> parseAll(List<Value> values) {
        List<Expression> expressions = new ArrayList<>(values.size());
        for (Value value : values) {
            expressions.add(parse(value));
        }
        return expressions;
    }

    private Expression path(String text) {
        if (text.startsWith("$$")) {
            return VariablePath.parse(text, scope);
        }
        if (text.length() == 1) {
            throw new CommandException(16872, "'$' by itself is not a valid FieldPath");
        }
        return new PathExpression(scope.current(), FieldPaths.parse(text.substring(1)));
    }
}
