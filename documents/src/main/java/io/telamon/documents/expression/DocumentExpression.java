package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.DocumentBuilder;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A document of expressions; fields whose value is missing are left out. */
final class DocumentExpression {
    private DocumentExpression() {}

    static Expression parse(DocumentValue document, ExpressionParser parser) {
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Element element : document) {
            checkName(element.name(), seen);
            names.add(element.name());
            values.add(parser.parse(element.value()));
        }
        return FunctionExpression.of(values, arguments -> document(names, arguments));
    }

    private static void checkName(String name, Set<String> seen) {
        FieldPaths.check(name);
        if (name.indexOf('.') >= 0) {
            throw new CommandException(
                    16412, "FieldPath field names may not contain '.'. Consider using $getField or $setField.");
        }
        if (!seen.add(name)) {
            throw new CommandException(16406, "duplicate field name specified in object literal: " + name);
        }
    }

    private static Value document(List<String> names, Value[] values) {
        DocumentBuilder builder = new DocumentBuilder();
        for (int i = 0; i < values.length; i++) {
            builder.add(names.get(i), values[i]);
        }
        return builder.build();
    }
}
