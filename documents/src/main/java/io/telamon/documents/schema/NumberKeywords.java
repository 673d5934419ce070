package io.telamon.documents.schema;

import static io.telamon.documents.schema.SchemaParser.parseFailure;
import static io.telamon.documents.schema.SchemaParser.typeMismatch;

import io.telamon.documents.value.DecimalArithmetic;
import io.telamon.documents.value.Decimals;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.MissingValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Numbers;
import io.telamon.documents.value.Value;
import java.util.List;

/** {@code minimum}, {@code maximum}, their exclusive forms, and {@code multipleOf}. */
final class NumberKeywords {
    private NumberKeywords() {}

    static void parse(DocumentValue schema, List<Schema> parts) {
        bound(schema, "minimum", "exclusiveMinimum", 1, parts);
        bound(schema, "maximum", "exclusiveMaximum", -1, parts);
        multipleOf(schema, parts);
    }

    private static void bound(DocumentValue schema, String keyword, String exclusive, int sign, List<Schema> parts) {
        Value value = schema.get(keyword);
        boolean strict = SchemaParser.flag(schema, exclusive);
        if (value == MissingValue.MISSING) {
            if (schema.has(exclusive)) {
                throw parseFailure(
                        "$jsonSchema keyword '" + keyword + "' must be present if '" + exclusive + "' is present");
            }
            return;
        }
        if (!(value instanceof NumberValue bound)) {
            throw typeMismatch(keyword, "number");
        }
        parts.add(each -> !(each instanceof NumberValue number) || isWithin(number, bound, sign, strict));
    }

    private static boolean isWithin(NumberValue number, NumberValue bound, int sign, boolean strict) {
        if (number.isNaN() || bound.isNaN()) {
            return number.isNaN() && bound.isNaN() && !strict;
        }
        int order = sign > 0 ? Numbers.compare(number, bound) : Numbers.compare(bound, number);
        return strict ? order > 0 : order >= 0;
    }

    private static void multipleOf(DocumentValue schema, List<Schema> parts) {
        Value value = schema.get("multipleOf");
        if (value == MissingValue.MISSING) {
            return;
        }
        if (!(value instanceof NumberValue divisor)) {
            throw typeMismatch("multipleOf", "number");
        }
        if (divisor.isNaN() || divisor.toDouble() <= 0 || !divisor.isFinite()) {
            throw parseFailure("$jsonSchema keyword 'multipleOf' must have a positive value");
        }
        parts.add(each -> !(each instanceof NumberValue number)
                || Decimals.isZero(DecimalArithmetic.remainder(number.toDecimal(), divisor.toDecimal())));
    }
}
