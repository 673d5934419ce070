package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BinaryValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.HashedKey;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.JavaScriptValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.Value;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Literals, chance, metadata, sizes and hashes. */
final class MiscellaneousOperators {
    private static final Set<String> METADATA = Set.of(
            "textScore",
            "searchScore",
            "searchHighlights",
            "searchScoreDetails",
            "searchSequenceToken",
            "geoNearDistance",
            "geoNearPoint",
            "indexKey",
            "recordId",
            "randVal",
            "sortKey",
            "timeseriesBucketMinTime",
            "timeseriesBucketMaxTime",
            "vectorSearchScore",
            "score",
            "scoreDetails",
            "stream");

    private MiscellaneousOperators() {}

    static void register(OperatorTable table) {
        table.add("$literal", (_, argument, _) -> new Constant(argument));
        table.add("$const", (_, argument, _) -> new Constant(argument));
        table.add("$rand", MiscellaneousOperators::rand);
        table.add("$sampleRate", MiscellaneousOperators::sampleRate);
        table.add("$meta", MiscellaneousOperators::meta);
        table.unary("$binarySize", Args.nullOr(MiscellaneousOperators::binarySize));
        table.unary("$bsonSize", Args.nullOr(MiscellaneousOperators::bsonSize));
        table.unary("$toHashedIndexKey", value -> new Int64Value(HashedKey.of(value)));
    }

    private static Expression rand(String name, Value argument, ExpressionParser parser) {
        boolean empty = (argument instanceof DocumentValue document && document.isEmpty())
                || (argument instanceof ArrayValue array && array.size() == 0);
        if (!empty) {
            throw new CommandException(3040501, name + " does not currently accept arguments");
        }
        RandomGenerator random = parser.context().random();
        return _ -> new DoubleValue(random.nextDouble());
    }

    private static Expression sampleRate(String name, Value argument, ExpressionParser parser) {
        if (!(argument instanceof NumberValue rate) || !(rate.toDouble() >= 0 && rate.toDouble() <= 1)) {
            throw ErrorCode.BAD_VALUE.error("numeric argument between 0 and 1 expected by " + name);
        }
        RandomGenerator random = parser.context().random();
        double bound = rate.toDouble();
        return _ -> BooleanValue.of(random.nextDouble() < bound);
    }

    private static Expression meta(String name, Value argument, ExpressionParser parser) {
        if (!(argument instanceof StringValue keyword)) {
            throw new CommandException(17307, name + " only supports string arguments");
        }
        String text = keyword.text();
        if (!METADATA.contains(text)) {
            throw new CommandException(17308, "Unsupported argument to " + name + ": " + text);
        }
        return variables -> variables.metadata().get(text);
    }

    private static Value binarySize(Value value) {
        return switch (value) {
            case StringValue string -> new Int32Value(string.byteLength());
            case BinaryValue binary -> new Int32Value(binary.data().length);
            case JavaScriptValue code -> new Int32Value(new StringValue(code.code()).byteLength());
            default ->
                throw new CommandException(
                        51276, "$binarySize requires a string or BinData argument, found: " + value.type());
        };
    }

    private static Value bsonSize(Value value) {
        if (value instanceof DocumentValue document) {
            return new Int32Value(document.encoded().length());
        }
        throw new CommandException(31393, "$bsonSize requires a document input, found: " + value.type());
    }
}
