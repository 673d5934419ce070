package io.telamon.documents.expression;

import io.telamon.documents.error.CommandException;
import io.telamon.documents.value.BinaryValue;
import io.telamon.documents.value.DoubleValue;
import io.telamon.documents.value.Int32Value;
import io.telamon.documents.value.Int64Value;
import io.telamon.documents.value.NumberValue;
import io.telamon.documents.value.Value;
import io.telamon.documents.value.ValueType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Conversions between binary data and text or numbers. */
final class BinaryConversion {
    static final Set<String> FORMATS = Set.of("auto", "base64", "base64url", "hex", "utf8", "uuid");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int UUID_SUBTYPE = 4;

    private BinaryConversion() {}

    static String toText(BinaryValue binary, String format) {
        return switch (format) {
            case "auto" -> binary.isUuid() ? uuid(binary) : Base64.getEncoder().encodeToString(binary.data());
            case "base64" -> Base64.getEncoder().encodeToString(binary.data());
            case "base64url" -> Base64.getUrlEncoder().withoutPadding().encodeToString(binary.data());
            case "hex" -> HexFormat.of().withUpperCase().formatHex(binary.data());
            case "utf8" -> utf8(binary.data());
            default -> uuid(binary);
        };
    }

    private static String utf8(byte[] data) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(data))
                    .toString();
        } catch (CharacterCodingException _) {
            throw Conversion.failure("BinData does not represent a valid UTF-8 string");
        }
    }

    private static String uuid(BinaryValue binary) {
        if (!binary.isUuid()) {
            throw Conversion.failure("BinData of subtype " + binary.subtype() + " is no UUID");
        }
        ByteBuffer bytes = ByteBuffer.wrap(binary.data());
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    static Value ofText(String text, String format, int subtype) {
        if (format.equals("uuid") || format.equals("auto")) {
            if (!UUID_TEXT.matcher(text).matches()) {
                throw Conversion.failure("Input is not a valid UUID string: " + text);
            }
            if (subtype != UUID_SUBTYPE) {
                throw Conversion.failure("Only the UUID subtype is allowed with the UUID format");
            }
            UUID uuid = UUID.fromString(text);
            ByteBuffer bytes = ByteBuffer.allocate(16);
            bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            return new BinaryValue(UUID_SUBTYPE, bytes.array());
        }
        if (subtype == UUID_SUBTYPE) {
            throw Conversion.failure("Only the UUID format is allowed with the UUID subtype");
        }
        return new BinaryValue(subtype, decoded(text, format));
    }

    private static byte[] decoded(String text, String format) {
        try {
            return switch (format) {
                case "base64" -> base64(text);
                case "base64url" -> Base64.getUrlDecoder().decode(text);
                case "hex" -> HexFormat.of().parseHex(text);
                default -> text.getBytes(StandardCharsets.UTF_8);
            };
        } catch (IllegalArgumentException _) {
            throw Conversion.failure("Input is not a valid " + format + " string: " + text);
        }
    }

    private static byte[] base64(String text) {
        if (text.length() % 4 != 0) {
            throw new IllegalArgumentException(text);
        }
        return Base64.getDecoder().decode(text);
    }

    static Value ofNumber(NumberValue number, int subtype, boolean bigEndian, Conversion conversion) {
        ByteOrder order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] bytes = switch (number) {
            case Int32Value value ->
                ByteBuffer.allocate(4).order(order).putInt(value.value()).array();
            case Int64Value value ->
                ByteBuffer.allocate(8).order(order).putLong(value.value()).array();
            case DoubleValue value ->
                ByteBuffer.allocate(8).order(order).putDouble(value.value()).array();
            default -> throw Conversion.unsupported(number, conversion.target());
        };
        return new BinaryValue(subtype, bytes);
    }

    static Value toNumber(BinaryValue binary, ValueType target, boolean bigEndian) {
        ByteBuffer bytes =
                ByteBuffer.wrap(binary.data()).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int length = binary.data().length;
        return switch (target) {
            case INT32 -> new Int32Value((int) integer(bytes, length, 4, binary));
            case INT64 -> new Int64Value(integer(bytes, length, 8, binary));
            case DOUBLE -> new DoubleValue(real(bytes, length, binary));
            default -> throw Conversion.unsupported(binary, target);
        };
    }

    private static double real(ByteBuffer bytes, int length, BinaryValue binary) {
        return switch (length) {
            case 4 -> bytes.getFloat();
            case 8 -> bytes.getDouble();
            default -> throw wrongLength(binary);
        };
    }

    private static long integer(ByteBuffer bytes, int length, int most, BinaryValue binary) {
        if (length > most) {
            throw wrongLength(binary);
        }
        return switch (length) {
            case 1 -> bytes.get();
            case 2 -> bytes.getShort();
            case 4 -> bytes.getInt();
            case 8 -> bytes.getLong();
            default -> throw wrongLength(binary);
        };
    }

    private static CommandException wrongLength(BinaryValue binary) {
        return Conversion.failure("BinData of " + binary.data().length + " bytes is no number");
    }
}
