package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.error.ErrorCode;
import io.telamon.documents.value.ArrayValue;
import io.telamon.documents.value.BinaryValue;
import io.telamon.documents.value.BooleanValue;
import io.telamon.documents.value.DateTimeValue;
import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.ObjectIdValue;
import io.telamon.documents.value.StringValue;
import io.telamon.documents.value.TimestampValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import org.bson.types.ObjectId;

/**
 * The conversion to a type.
 *
 * @param target the type wanted
 * @param subtype the subtype of binary data that is made
 * @param format how binary data is written as text; missing for the default
 * @param byteOrder {@code little} or {@code big}; missing for little
 */
record Conversion(ValueType target, int subtype, Value format, Value byteOrder) {

    /**
     * Converts a value that is not null.
     *
     * @throws CommandException 241 ConversionFailure when the value cannot be converted
     */
    Value apply(Value value) {
        return switch (target) {
            case BOOLEAN -> BooleanValue.of(value.isTruthy());
            case INT32, INT64, DOUBLE, DECIMAL128 ->
                value instanceof BinaryValue binary
                        ? BinaryConversion.toNumber(binary, target, isBigEndian())
                        : NumberConversion.convert(value, target);
            case STRING -> string(value);
            case OBJECT_ID -> objectId(value);
            case DATE_TIME -> date(value);
            case BINARY -> binary(value);
            case DOCUMENT -> value instanceof DocumentValue ? value : fail(value);
            case ARRAY -> value instanceof ArrayValue ? value : fail(value);
            default -> fail(value);
        };
    }

    private Value fail(Value value) {
        throw unsupported(value, target);
    }

    static CommandException unsupported(Value value, ValueType target) {
        return ErrorCode.CONVERSION_FAILURE.error(
                "Unsupported conversion from " + value.type() + " to " + target + " in $convert with no onError value");
    }

    static CommandException failure(String message) {
        return ErrorCode.CONVERSION_FAILURE.error(message + " in $convert with no onError value");
    }

    private boolean isBigEndian() {
        if (byteOrder.isNullish()) {
            return false;
        }
        String order = Args.string(byteOrder, 9130001, "$convert: byteOrder").text();
        if (!order.equals("little") && !order.equals("big")) {
            throw new CommandException(9130002, "$convert requires 'byteOrder' to be 'little' or 'big'");
        }
        return order.equals("big");
    }

    private String formatName() {
        if (format.isNullish()) {
            return "auto";
        }
        String name = Args.string(format, 4341114, "$convert: format").text();
        if (!BinaryConversion.FORMATS.contains(name)) {
            throw new CommandException(4341125, "Invalid 'format' argument for $convert: " + name);
        }
        return name;
    }

    private Value string(Value value) {
        return switch (value) {
            case StringValue _ -> value;
            case DoubleValue number -> new StringValue(Texts.number(number.value()));
            case NumberValue _ -> new StringValue(Texts.of(value));
            case BooleanValue bool -> new StringValue(Boolean.toString(bool.value()));
            case ObjectIdValue id -> new StringValue(id.value().toHexString());
            case DateTimeValue date -> new StringValue(DateText.iso(date.milliseconds()));
            case BinaryValue binary -> new StringValue(BinaryConversion.toText(binary, formatName()));
            default -> fail(value);
        };
    }

    private Value objectId(Value value) {
        if (value instanceof ObjectIdValue) {
            return value;
        }
        if (value instanceof StringValue string) {
            if (string.text().length() != 24 || !ObjectId.isValid(string.text())) {
                throw failure("Failed to parse objectId '" + string.text() + "'");
            }
            return new ObjectIdValue(new ObjectId(string.text()));
        }
        return fail(value);
    }

    private Value date(Value value) {
        return switch (value) {
            case DateTimeValue _ -> value;
            case StringValue string -> new DateTimeValue(DateParser.parse(string.text(), TimeZones.UTC));
            case ObjectIdValue id -> new DateTimeValue(id.milliseconds());
            case TimestampValue time -> new DateTimeValue(time.seconds() * 1000);
            case NumberValue number
            when target != ValueType.MISSING && number.type() != ValueType.INT32 -> {
                NumberValue whole = NumberConversion.convert(number, ValueType.INT64);
                yield new DateTimeValue(whole.toLong());
            }
            default -> fail(value);
        };
    }

    private Value binary(Value value) {
        return switch (value) {
            case StringValue string -> BinaryConversion.ofText(string.text(), formatName(), subtype);
            case NumberValue number -> BinaryConversion.ofNumber(number, subtype, isBigEndian(), this);
            case BinaryValue binary when binary.subtype() == subtype -> value;
            default -> fail(value);
        };
    }
}
