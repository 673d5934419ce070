package io.telamon.engine.embedded.bson;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.telamon.engine.embedded.error.CommandErrors;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes one BSON document. */
public final class DocumentWriter {

    /** The longest document that is written: a message has space for no more. */
    private static final int LONGEST = 47_000_000;

    private static final int SMALL = 256;

    /** A buffer that would be longer gets the length of the document instead. */
    private static final int LARGE = 1 << 16;

    private final Map<String, ?> whole;
    private byte[] bytes;
    private int at;

    private DocumentWriter(Map<String, ?> whole, int capacity) {
        this.whole = whole;
        bytes = new byte[capacity];
    }

    /**
     * The bytes of a document. Of a large one there is no copy at any time.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError if it is longer than what fits into one message
     */
    public static byte[] write(Map<String, ?> document) {
        DocumentWriter writer = new DocumentWriter(document, SMALL);
        writer.document(document);
        return writer.at == writer.bytes.length ? writer.bytes : Arrays.copyOf(writer.bytes, writer.at);
    }

    private void document(Map<String, ?> document) {
        int start = begin();
        document.forEach(this::element);
        finish(start);
    }

    private void array(Collection<?> values) {
        int start = begin();
        int index = 0;
        for (Object value : values) {
            element(Integer.toString(index++), value);
        }
        finish(start);
    }

    private int begin() {
        int start = at;
        reserve(4);
        at += 4;
        return start;
    }

    private void finish(int start) {
        put((byte) 0);
        LittleEndianBytes.put32(bytes, start, at - start);
    }

    private void element(String name, @Nullable Object value) {
        int typeAt = at;
        put((byte) 0);
        cString(name);
        byte type = value(value);
        bytes[typeAt] = type;
    }

    private byte value(@Nullable Object value) {
        return switch (value) {
            case null -> ElementType.NULL;
            case Encoded encoded -> raw(ElementType.DOCUMENT, encoded.bytes());
            case OpaqueBsonValue opaque -> raw(opaque.type(), opaque.payload());
            case String text -> string(ElementType.STRING, text);
            case ObjectId id -> raw(ElementType.OBJECT_ID, id.toByteArray());
            case Boolean bool -> raw(ElementType.BOOLEAN, new byte[] {(byte) (bool ? 1 : 0)});
            case Number number -> number(number);
            case Instant instant -> int64(ElementType.DATE, instant.toEpochMilli());
            case BsonTimestamp timestamp -> int64(ElementType.TIMESTAMP, timestamp.getValue());
            case Map<?, ?> map -> nested(map);
            case Collection<?> values -> nested(values);
            default -> rare(value);
        };
    }

    private byte rare(Object value) {
        return switch (value) {
            case BinData data -> binary(ElementType.GENERIC, data.getData());
            case UUID uuid ->
                uuid(
                        ElementType.UUID,
                        Long.reverseBytes(uuid.getMostSignificantBits()),
                        Long.reverseBytes(uuid.getLeastSignificantBits()));
            case LegacyUUID old ->
                uuid(
                        ElementType.OLD_UUID,
                        old.getUuid().getMostSignificantBits(),
                        old.getUuid().getLeastSignificantBits());
            case BsonRegularExpression regex -> regex(regex);
            case BsonJavaScript code -> string(ElementType.JAVASCRIPT, code.getCode());
            case MinKey _ -> ElementType.MIN_KEY;
            case MaxKey _ -> ElementType.MAX_KEY;
            default -> throw CommandErrors.internal();
        };
    }

    private byte number(Number number) {
        return switch (number) {
            case Integer value -> {
                reserve(4);
                LittleEndianBytes.put32(bytes, at, value);
                at += 4;
                yield ElementType.INT32;
            }
            case Long value -> int64(ElementType.INT64, value);
            case Double value -> int64(ElementType.DOUBLE, Double.doubleToRawLongBits(value));
            case Decimal128 value -> {
                int64(ElementType.DECIMAL128, value.getLow());
                yield int64(ElementType.DECIMAL128, value.getHigh());
            }
            default -> throw CommandErrors.internal();
        };
    }

    @SuppressWarnings("unchecked")
    private byte nested(Map<?, ?> map) {
        document((Map<String, ?>) map);
        return ElementType.DOCUMENT;
    }

    private byte nested(Collection<?> values) {
        array(values);
        return ElementType.ARRAY;
    }

    private byte binary(byte subtype, byte[] data) {
        reserve(5);
        LittleEndianBytes.put32(bytes, at, data.length);
        bytes[at + 4] = subtype;
        at += 5;
        return raw(ElementType.BINARY, data);
    }

    private byte uuid(byte subtype, long first, long second) {
        byte[] data = new byte[16];
        LittleEndianBytes.put64(data, 0, first);
        LittleEndianBytes.put64(data, 8, second);
        return binary(subtype, data);
    }

    private byte regex(BsonRegularExpression regex) {
        cString(regex.getPattern());
        cString(regex.getOptions() == null ? "" : regex.getOptions());
        return ElementType.REGEX;
    }

    private byte string(byte type, String text) {
        byte[] encoded = text.getBytes(UTF_8);
        reserve(4);
        LittleEndianBytes.put32(bytes, at, encoded.length + 1);
        at += 4;
        raw(type, encoded);
        put((byte) 0);
        return type;
    }

    private byte int64(byte type, long value) {
        reserve(8);
        LittleEndianBytes.put64(bytes, at, value);
        at += 8;
        return type;
    }

    private byte raw(byte type, byte[] data) {
        reserve(data.length);
        System.arraycopy(data, 0, bytes, at, data.length);
        at += data.length;
        return type;
    }

    /** A NUL would end it early, and what follows would be read as something else. */
    private void cString(String text) {
        if (text.indexOf('\0') >= 0) {
            throw CommandErrors.badValue("a field name or regular expression cannot contain an embedded null byte");
        }
        raw(ElementType.STRING, text.getBytes(UTF_8));
        put((byte) 0);
    }

    private void put(byte value) {
        reserve(1);
        bytes[at++] = value;
    }

    private void reserve(int more) {
        if (bytes.length - at < more) {
            int doubled = Math.max(bytes.length * 2, at + more);
            bytes = Arrays.copyOf(bytes, doubled < LARGE ? doubled : DocumentSize.of(whole, LONGEST));
        }
    }
}
