package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.expression.Expression;
import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.expression.ExpressionParser;
import io.telamon.documents.expression.Variables;
import io.telamon.documents.schema.Schema;
import io.telamon.documents.schema.SchemaParser;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BsonBytes;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Compiles conditions on documents: fields, and the operators that stand at the top. */
final class DocumentParser {
    private static final int MAX_DEPTH = 100;

    private final ExpressionContext context;
    private final FilterExtensions extensions;
    private final FieldParser fields;
    private int depth;

    DocumentParser(ExpressionContext context, FilterExtensions extensions) {
        this.context = context;
        this.extensions = extensions;
        this.fields = new FieldParser(this, context, extensions);
    }

    FieldParser fields() {
        return fields;
    }

    /**
     * Compiles a filter.
     *
     * @param top whether operators that need the whole document are allowed
     */
    DocumentTest parse(DocumentValue filter, boolean top) {
        if (++depth > MAX_DEPTH) {
            throw badValue("exceeded maximum query tree depth");
        }
        List<DocumentTest> tests = new ArrayList<>();
        for (Element element : filter) {
            if (element.name().startsWith("$")) {
                operator(element.name(), element.value(), top, tests);
            } else {
                fields.parse(element.name(), element.value(), tests);
            }
        }
        depth--;
        return DocumentTest.all(tests);
    }

    private void operator(String name, Value argument, boolean top, List<DocumentTest> tests) {
        switch (name) {
            case "$and" -> tests.add(DocumentTest.all(list(name, argument, top)));
            case "$or" -> tests.add(DocumentTest.any(list(name, argument, top)));
            case "$nor" -> tests.add(DocumentTest.not(DocumentTest.any(list(name, argument, top))));
            case "$comment" -> {}
            case "$expr" -> tests.add(expression(argument, top));
            case "$jsonSchema" -> tests.add(schema(argument));
            case "$sampleRate" -> tests.add(sampleRate(argument));
            case "$alwaysTrue" -> tests.add(constant(name, argument, true));
            case "$alwaysFalse" -> tests.add(constant(name, argument, false));
            case "$text", "$where" -> tests.add(extension(name, argument, top));
            case "$ref", "$id", "$db" -> fields.parse(name, argument, tests);
            default -> throw badValue("unknown top level operator: " + name);
        }
    }

    private List<DocumentTest> list(String name, Value argument, boolean top) {
        if (!(argument instanceof ArrayValue array)) {
            throw badValue(name + " must be an array");
        }
        if (array.size() == 0) {
            throw badValue(name + " argument must be a non-empty array");
        }
        List<DocumentTest> tests = new ArrayList<>();
        for (Value each : array.values()) {
            if (!(each instanceof DocumentValue filter)) {
                throw badValue(name + " entries need to be full objects");
            }
            tests.add(parse(filter, top));
        }
        return tests;
    }

    private DocumentTest expression(Value argument, boolean top) {
        if (!top) {
            throw badValue("$expr can only be applied to the top-level document");
        }
        Expression expression = ExpressionParser.of(context).compile(argument);
        return (bytes, document) -> {
            Value root = BsonBytes.decode(bytes, ValueType.DOCUMENT.code(), document);
            return expression.evaluate(new Variables(root)).isTruthy();
        };
    }

    private DocumentTest schema(Value argument) {
        if (!(argument instanceof DocumentValue definition)) {
            throw ErrorCode.TYPE_MISMATCH.error("$jsonSchema must be an object");
        }
        Schema schema = new SchemaParser(context.order()).parse(definition);
        return (bytes, document) -> schema.matches(BsonBytes.decode(bytes, ValueType.DOCUMENT.code(), document));
    }

    private DocumentTest sampleRate(Value argument) {
        if (!(argument instanceof NumberValue rate) || !(rate.toDouble() >= 0 && rate.toDouble() <= 1)) {
            throw badValue("numeric argument of $sampleRate must be between 0 and 1");
        }
        RandomGenerator random = context.random();
        double bound = rate.toDouble();
        return (_, _) -> random.nextDouble() < bound;
    }

    private static DocumentTest constant(String name, Value argument, boolean result) {
        if (!(argument instanceof NumberValue number) || number.toDouble() != 1) {
            throw ErrorCode.FAILED_TO_PARSE.error(name + " must be an integer value of 1");
        }
        return (_, _) -> result;
    }

    private DocumentTest extension(String name, Value argument, boolean top) {
        if (!top) {
            throw badValue(name + " can only be applied to the top-level document");
        }
        return of(extensions.document(name, argument));
    }

    /** The test of a predicate that another package compiled. */
    static DocumentTest of(Predicate predicate) {
        return (bytes, document) ->
                predicate.test((DocumentValue) BsonBytes.decode(bytes, ValueType.DOCUMENT.code(), document));
    }
}
