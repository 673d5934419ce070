package io.telamon.documents.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;

/**
 * Reads BSON in place. Nothing is checked: the bytes have been validated before.
 *
 * <p>A document's position is that of its length; an element's position is that of its type byte.
 */
public final class BsonBytes {
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private BsonBytes() {}

    /** The 32 bits at a position. */
    public static int int32(byte[] bytes, int position) {
        return (int) INT32.get(bytes, position);
    }

    /** The 64 bits at a position. */
    public static long int64(byte[] bytes, int position) {
        return (long) INT64.get(bytes, position);
    }

    static void putInt32(byte[] bytes, int position, int value) {
        INT32.set(bytes, position, value);
    }

    static void putInt64(byte[] bytes, int position, long value) {
        INT64.set(bytes, position, value);
    }

    /** Where the value of an element begins: behind the NUL of its name. */
    public static int valuePosition(byte[] bytes, int element) {
        int position = element + 1;
        while (bytes[position] != 0) {
            position++;
        }
        return position + 1;
    }

    /** Where the value of a type that begins at a position ends. */
    public static int endOfValue(byte[] bytes, int type, int position) {
        return switch (type) {
            case 1, 9, 17, 18 -> position + 8;
            case 2, 13, 14 -> position + 4 + int32(bytes, position);
            case 3, 4, 15 -> position + int32(bytes, position);
            case 5 -> position + 5 + int32(bytes, position);
            case 7 -> position + 12;
            case 8 -> position + 1;
            case 11 -> endOfName(bytes, endOfName(bytes, position));
            case 12 -> position + 16 + int32(bytes, position);
            case 16 -> position + 4;
            case 19 -> position + 16;
            default -> position;
        };
    }

    private static int endOfName(byte[] bytes, int position) {
        int end = position;
        while (bytes[end] != 0) {
            end++;
        }
        return end + 1;
    }

    /** The position of the first element of this name, -1 when the document has none. */
    public static int find(byte[] bytes, int document, FieldName name) {
        return find(bytes, document, name.utf8());
    }

    private static int find(byte[] bytes, int document, byte[] name) {
        int element = document + 4;
        int type = bytes[element];
        while (type != 0) {
            int value = valuePosition(bytes, element);
            if (value - element == name.length + 2 && sameName(bytes, element + 1, name)) {
                return element;
            }
            element = endOfValue(bytes, type, value);
            type = bytes[element];
        }
        return -1;
    }

    private static boolean sameName(byte[] bytes, int position, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (bytes[position + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name of the element at a position. */
    public static String name(byte[] bytes, int element) {
        return new String(bytes, element + 1, valuePosition(bytes, element) - element - 2, StandardCharsets.UTF_8);
    }

    /** The value of a type at a position. Documents, arrays and strings stay where they are. */
    public static Value decode(byte[] bytes, int type, int position) {
        return switch (type) {
            case 1 -> new DoubleValue(Double.longBitsToDouble(int64(bytes, position)));
            case 2 -> new StringValue(bytes, position + 4, int32(bytes, position) - 1);
            case 3 -> new EncodedDocument(bytes, position);
            case 4 -> new EncodedArray(bytes, position);
            case 5 -> binary(bytes, position);
            case 6 -> UndefinedValue.UNDEFINED;
            case 7 -> new ObjectIdValue(objectId(bytes, position));
            case 8 -> BooleanValue.of(bytes[position] != 0);
            case 9 -> new DateTimeValue(int64(bytes, position));
            case 10 -> NullValue.NULL;
            case 11 -> regex(bytes, position);
            case 12 -> dbPointer(bytes, position);
            case 13 -> new JavaScriptValue(string(bytes, position));
            case 14 -> new SymbolValue(string(bytes, position));
            case 15 -> codeWithScope(bytes, position);
            case 16 -> new Int32Value(int32(bytes, position));
            case 17 -> new TimestampValue(int64(bytes, position));
            case 18 -> new Int64Value(int64(bytes, position));
            case 19 ->
                new Decimal128Value(
                        Decimal128.fromIEEE754BIDEncoding(int64(bytes, position + 8), int64(bytes, position)));
            case -1 -> MinKeyValue.MIN_KEY;
            case 127 -> MaxKeyValue.MAX_KEY;
            default -> MissingValue.MISSING;
        };
    }

    private static String string(byte[] bytes, int position) {
        return new String(bytes, position + 4, int32(bytes, position) - 1, StandardCharsets.UTF_8);
    }

    private static ObjectId objectId(byte[] bytes, int position) {
        return new ObjectId(Arrays.copyOfRange(bytes, position, position + 12));
    }

    private static Value binary(byte[] bytes, int position) {
        int length = int32(bytes, position);
        int subtype = bytes[position + 4] & 0xff;
        int start = position + 5;
        return new BinaryValue(subtype, Arrays.copyOfRange(bytes, start, position + 5 + length));
    }

    private static Value regex(byte[] bytes, int position) {
        int options = endOfName(bytes, position);
        return new RegexValue(
                new String(bytes, position, options - position - 1, StandardCharsets.UTF_8),
                new String(bytes, options, endOfName(bytes, options) - options - 1, StandardCharsets.UTF_8));
    }

    private static Value dbPointer(byte[] bytes, int position) {
        return new DbPointerValue(string(bytes, position), objectId(bytes, position + 4 + int32(bytes, position)));
    }

    private static Value codeWithScope(byte[] bytes, int position) {
        int code = position + 4;
        return new CodeWithScopeValue(string(bytes, code), new EncodedDocument(bytes, code + 4 + int32(bytes, code)));
    }
}
