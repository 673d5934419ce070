package io.telamon.documents.projection;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.expression.Expression;
import io.telamon.documents.expression.ExpressionParser;
import io.telamon.documents.expression.FieldPaths;
import io.telamon.documents.query.FilterParser;
import io.telamon.documents.query.Predicate;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compiles projections of {@code find} and of {@code $project}. Not for reuse: one parser for one projection. */
public final class ProjectionParser {
    private static final String ID = "_id";

    private final ExpressionParser expressions;
    private final @Nullable FindOperators find;
    private final Node root = new Node();
    private @Nullable Boolean inclusion;
    private boolean includesId = true;

    private ProjectionParser(ExpressionParser expressions, @Nullable FindOperators find) {
        this.expressions = expressions;
        this.find = find;
    }

    /**
     * Compiles the specification of {@code $project}.
     *
     * @throws CommandException 15969 when it is no document, 51272 when it is empty, and others
     */
    public static Projection aggregate(Value specification, ExpressionParser expressions) {
        if (!(specification instanceof DocumentValue document)) {
            throw new CommandException(15969, "$project specification must be an object");
        }
        if (document.isEmpty()) {
            throw new CommandException(
                    51272, "Invalid $project :: caused by :: projection specification must have at least one field");
        }
        return new ProjectionParser(expressions, null).parse(document);
    }

    /**
     * Compiles the projection of {@code find}; an empty one answers the whole document.
     *
     * @param filters the parser of the conditions of {@code $elemMatch}
     * @param filter the filter of the query, to which the positional operator refers
     * @throws CommandException for what cannot be combined, with the code of MongoDB
     */
    public static Projection find(
            DocumentValue specification, ExpressionParser expressions, FilterParser filters, Predicate filter) {
        return new ProjectionParser(expressions, new FindOperators(filters, filter)).parse(specification);
    }

    private Projection parse(DocumentValue specification) {
        for (Element element : specification) {
            field(new FieldName[0], element.name(), element.value());
        }
        boolean includes = inclusion != null ? inclusion : find != null && find.includes();
        Node id = root.child(ID);
        if (inclusion == null && id != null && !(id.action() instanceof Action.Exclude)) {
            includes = true;
        }
        if (includes && includesId && root.child(ID) == null) {
            root.put(new FieldName[] {new FieldName(ID)}, new Action.Include(), 31249, 31250);
        }
        return includes ? new Inclusion(root) : new Exclusion(root);
    }

    private void field(FieldName[] above, String name, Value value) {
        if (find != null && (name.endsWith(".$") || name.contains(".$."))) {
            positional(name, value);
            return;
        }
        if (find == null && name.endsWith(".$")) {
            throw new CommandException(31324, "positional projection cannot be used in an aggregation");
        }
        FieldName[] own = FieldPaths.parse(name);
        FieldName[] path = Arrays.copyOf(above, above.length + own.length);
        System.arraycopy(own, 0, path, above.length, own.length);
        switch (value) {
            case NumberValue _, BooleanValue _ -> flag(path, value.isTruthy());
            case DocumentValue document -> document(path, document);
            default -> computed(path, value);
        }
    }

    private void positional(String name, Value value) {
        if (!name.endsWith(".$")) {
            throw new CommandException(
                    31394, "As of 4.4, it's illegal to specify positional operator in the middle of a path");
        }
        if (value instanceof DocumentValue) {
            throw new CommandException(31271, "positional projection cannot be used with an expression or sub object");
        }
        if (!(value instanceof NumberValue) && !(value instanceof BooleanValue)) {
            throw new CommandException(31308, "positional projection cannot be used with a literal");
        }
        if (Boolean.FALSE.equals(inclusion)) {
            throw new CommandException(31395, "positional projection cannot be used with exclusion");
        }
        inclusion = true;
        FieldName[] path = FieldPaths.parse(name.substring(0, name.length() - 2));
        if (find != null) {
            root.put(path, find.positional(path.length), 31250, 31250);
        }
    }

    private static boolean isId(FieldName[] path) {
        return path.length == 1 && path[0].text().equals(ID);
    }

    private void flag(FieldName[] path, boolean include) {
        if (isId(path)) {
            includesId = include;
            root.put(path, include ? new Action.Include() : new Action.Exclude(), 31249, 31250);
            return;
        }
        if (inclusion == null) {
            inclusion = include;
        } else if (inclusion != include) {
            throw include
                    ? new CommandException(
                            31253, "Cannot do inclusion on field " + text(path) + " in exclusion projection")
                    : new CommandException(
                            31254, "Cannot do exclusion on field " + text(path) + " in inclusion projection");
        }
        root.put(path, include ? new Action.Include() : new Action.Exclude(), 31249, 31250);
    }

    private void document(FieldName[] path, DocumentValue document) {
        Element first = document.first();
        if (first == null) {
            throw new CommandException(
                    51270, "An empty sub-projection is not a valid value. Found empty object at path");
        }
        if (!first.name().startsWith("$")) {
            for (Element element : document) {
                field(path, element.name(), element.value());
            }
            return;
        }
        if (document.size() > 1) {
            throw new CommandException(16410, "FieldPath field names may not start with '$'");
        }
        if (find != null && find.isSlice(first)) {
            root.put(path, FindOperators.slice(first.value()), 31249, 31250);
        } else if (find != null && first.name().equals("$elemMatch")) {
            root.put(path, find.elemMatch(path, first.value()), 31249, 31250);
        } else if (find != null && first.name().equals("$meta") && inclusion == null) {
            root.put(path, compute(first.name(), document), 31249, 31250);
        } else {
            mustInclude(31252, path);
            root.put(path, compute(first.name(), document), 31249, 31250);
        }
    }

    private Action compute(String operator, Value value) {
        if (!ExpressionParser.isOperator(operator)) {
            int code = operator.equals("$elemMatch") ? 168 : 31325;
            throw new CommandException(code, "Unknown expression " + operator);
        }
        return new Action.Compute(expressions.compile(value));
    }

    private void computed(FieldName[] path, Value value) {
        mustInclude(31310, path);
        Expression expression = expressions.compile(value);
        root.put(path, new Action.Compute(expression), 31249, 31250);
    }

    private void mustInclude(int code, FieldName[] path) {
        if (Boolean.FALSE.equals(inclusion)) {
            throw new CommandException(
                    code, "Cannot use an expression for " + text(path) + " in an exclusion projection");
        }
        inclusion = true;
    }

    private static String text(FieldName[] path) {
        return String.join(".", Arrays.stream(path).map(FieldName::text).toList());
    }
}
