package io.telamon.documents.query;

import static io.telamon.documents.query.FilterParser.badValue;

import io.telamon.documents.expression.ExpressionContext;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Element;
import io.telamon.documents.value.FieldName;
import io.telamon.documents.value.Path;
import io.telamon.documents.value.RegexValue;
import io.telamon.documents.value.UndefinedValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the conditions on a field: a value that it equals, a pattern, or operators. */
final class FieldParser {
    private static final Set<String> REFERENCE = Set.of("$ref", "$id", "$db");
    private static final Set<String> GEOMETRY = Set.of(
            "$geoWithin",
            "$within",
            "$geoIntersects",
            "$near",
            "$nearSphere",
            "$geoNear",
            "$maxDistance",
            "$minDistance");
    private static final Set<String> NOT_ON_FIELDS = Set.of("$text", "$where", "$expr", "$jsonSchema");

    private final DocumentParser documents;
    private final ValueOrder order;
    private final FilterExtensions extensions;

    FieldParser(DocumentParser documents, ExpressionContext context, FilterExtensions extensions) {
        this.documents = documents;
        this.order = context.order();
        this.extensions = extensions;
    }

    /** Adds the conditions on the field of a name. */
    void parse(String name, Value value, List<DocumentTest> tests) {
        FieldName[] path = Path.names(name);
        if (value instanceof DocumentValue document && isOperators(document)) {
            Element first = geometry(document);
            if (first != null) {
                tests.add(DocumentParser.of(extensions.field(path, first.name(), document)));
                return;
            }
            for (FieldTest test : operators(document)) {
                tests.add(test.at(path));
            }
            return;
        }
        tests.add(equality(value).at(path));
    }

    private static @Nullable Element geometry(DocumentValue document) {
        for (Element element : document) {
            if (GEOMETRY.contains(element.name())) {
                return element;
            }
        }
        return null;
    }

    /** Whether a document consists of operators; a reference to a document is a value. */
    static boolean isOperators(DocumentValue document) {
        Element first = document.first();
        return first != null && first.name().startsWith("$") && !REFERENCE.contains(first.name());
    }

    FieldTest equality(Value value) {
        if (value instanceof RegexValue regex) {
            return FieldTest.of(RegexTest.of(regex.pattern(), regex.options(), regex));
        }
        return FieldTest.of(compare(Comparison.EQ, value));
    }

    private ElementTest compare(Comparison comparison, Value value) {
        if (value == UndefinedValue.UNDEFINED) {
            throw badValue("cannot compare to undefined");
        }
        return ComparisonTest.of(comparison, value, order);
    }

    /** The conditions of a document of operators, all of which must hold. */
    List<FieldTest> operators(DocumentValue document) {
        List<FieldTest> tests = new ArrayList<>();
        for (Element element : document) {
            operator(element.name(), element.value(), document, tests);
        }
        return tests;
    }

    private void operator(String name, Value value, DocumentValue all, List<FieldTest> tests) {
        switch (name) {
            case "$eq" -> tests.add(FieldTest.of(compare(Comparison.EQ, value)));
            case "$ne" ->
                tests.add(FieldTest.of(compare(Comparison.EQ, noPattern(name, value)))
                        .negate());
            case "$lt" -> tests.add(FieldTest.of(compare(Comparison.LT, noPattern(name, value))));
            case "$lte" -> tests.add(FieldTest.of(compare(Comparison.LTE, noPattern(name, value))));
            case "$gt" -> tests.add(FieldTest.of(compare(Comparison.GT, noPattern(name, value))));
            case "$gte" -> tests.add(FieldTest.of(compare(Comparison.GTE, noPattern(name, value))));
            case "$in" -> tests.add(FieldTest.of(InTest.of(name, value, order)));
            case "$nin" -> tests.add(FieldTest.of(InTest.of(name, value, order)).negate());
            case "$exists" -> {
                FieldTest exists = FieldTest.of((_, type, _) -> type != 0);
                tests.add(value.isTruthy() ? exists : exists.negate());
            }
            case "$type" -> tests.add(TypeTest.of(value));
            case "$mod" -> tests.add(FieldTest.of(ModTest.of(value)));
            case "$regex" -> tests.add(FieldTest.of(RegexTest.parse(value, all)));
            case "$options" -> {
                if (!all.has("$regex")) {
                    throw badValue("$options needs a $regex");
                }
            }
            case "$size" -> tests.add(FieldTest.whole(ArrayTests.size(value)));
            case "$elemMatch" -> tests.add(elemMatch(value));
            case "$all" -> all(value, tests);
            case "$not" -> tests.add(not(value));
            case "$bitsAllSet", "$bitsAllClear", "$bitsAnySet", "$bitsAnyClear" ->
                tests.add(FieldTest.of(BitsTest.of(name, value)));
            case "$comment" -> {}
            default -> throw unknown(name, all);
        }
    }

    private RuntimeException unknown(String name, DocumentValue all) {
        if (GEOMETRY.contains(name)) {
            extensions.field(new FieldName[0], name, all);
        }
        return badValue(
                NOT_ON_FIELDS.contains(name) ? name + " cannot be applied to a field" : "unknown operator: " + name);
    }

    private static Value noPattern(String name, Value value) {
        if (value instanceof RegexValue) {
            throw badValue("Can't have RegEx as arg to predicate over field: " + name);
        }
        return value;
    }

    private FieldTest elemMatch(Value value) {
        if (!(value instanceof DocumentValue condition)) {
            throw badValue("$elemMatch needs an Object");
        }
        return FieldTest.anyElement(elementTest(condition));
    }

    /** The condition on an element: operators on it, or a filter on its fields. */
    ElementTest elementTest(DocumentValue condition) {
        Element first = condition.first();
        boolean onValue = first != null && isOperators(condition) && !isLogical(first.name());
        if (!onValue) {
            return ArrayTests.document(documents.parse(condition, false));
        }
        List<ElementTest> tests = new ArrayList<>();
        for (FieldTest test : operators(condition)) {
            tests.add(test.single());
        }
        return ArrayTests.all(tests);
    }

    private static boolean isLogical(String name) {
        return switch (name) {
            case "$and", "$or", "$nor", "$where", "$expr", "$jsonSchema", "$text" -> true;
            default -> false;
        };
    }

    private void all(Value value, List<FieldTest> tests) {
        if (!(value instanceof ArrayValue array)) {
            throw badValue("$all needs an array");
        }
        if (array.size() == 0) {
            tests.add(FieldTest.of((_, _, _) -> false));
        }
        boolean elements = array.size() > 0 && isElemMatch(array.get(0));
        for (Value each : array.values()) {
            if (elements != isElemMatch(each)) {
                throw badValue("$all/$elemMatch has to be consistent");
            }
            if (elements) {
                tests.add(elemMatch(((DocumentValue) each).get("$elemMatch")));
            } else if (each instanceof DocumentValue document && isOperators(document)) {
                throw badValue("no $ expressions in $all");
            } else {
                tests.add(equality(each));
            }
        }
    }

    private static boolean isElemMatch(Value value) {
        if (!(value instanceof DocumentValue document)) {
            return false;
        }
        Element first = document.first();
        return first != null && first.name().equals("$elemMatch");
    }

    private FieldTest not(Value value) {
        if (value instanceof RegexValue) {
            return equality(value).negate();
        }
        if (!(value instanceof DocumentValue document)) {
            throw badValue("$not needs a regex or a document");
        }
        if (document.isEmpty()) {
            throw badValue("$not cannot be empty");
        }
        List<FieldTest> tests = operators(document);
        return FieldTest.notAll(tests);
    }
}
