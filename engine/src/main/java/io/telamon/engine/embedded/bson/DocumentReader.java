package io.telamon.engine.embedded.bson;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.telamon.engine.embedded.error.CommandErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one BSON document. What cannot be kept as it is, is refused; types that are not known become {@link OpaqueBsonValue}. */
public final class DocumentReader {

    /** Levels of documents in each other, as MongoDB has it. */
    private static final int DEEPEST = 180;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int depth;

    private DocumentReader(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
    }

    /**
     * Reads the document that fills a whole array.
     *
     * @throws MongoServerError if the bytes are no BSON document, a field is there twice, or documents nest deeper than 180 levels
     */
    public static Document read(byte[] bytes) {
        return read(bytes, 0, bytes.length);
    }

    /**
     * Reads the document that lies in a piece of an array.
     *
     * @throws MongoServerError if the bytes are no BSON document, a field is there twice, or documents nest deeper than 180 levels
     */
    public static Document read(byte[] bytes, int offset, int length) {
        try {
            return new DocumentReader(bytes, offset, length).document();
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw CommandErrors.invalidBson("a document ends before its last value");
        }
    }

    /** The length that the document at a position says it has. */
    public static int length(byte[] bytes, int offset) {
        return LittleEndianBytes.int32(bytes, offset);
    }

    private Document document() {
        int stop = enter();
        Document document = new Document();
        for (byte type = bytes[at++]; type != 0; type = bytes[at++]) {
            String name = cString();
            Object value = value(type);
            if (document.containsKey(name)) {
                throw CommandErrors.invalidBson("the field '" + name + "' is in a document twice");
            }
            document.put(name, value);
        }
        leave(stop);
        return document;
    }

    private List<@Nullable Object> array() {
        int stop = enter();
        List<@Nullable Object> values = new ArrayList<>();
        for (byte type = bytes[at++]; type != 0; type = bytes[at++]) {
            skipCString();
            values.add(value(type));
        }
        leave(stop);
        return values;
    }

    private int enter() {
        int stop = at + LittleEndianBytes.int32(bytes, at);
        if (stop > end || stop < at + 5) {
            throw CommandErrors.invalidBson("a document's length is wrong");
        }
        if (++depth > DEEPEST) {
            throw new MongoServerError(15, "Overflow", "BSONObj exceeds maximum nested object depth: " + DEEPEST);
        }
        at += 4;
        return stop;
    }

    private void leave(int stop) {
        depth--;
        if (at != stop) {
            throw CommandErrors.invalidBson("a document's length is wrong");
        }
    }

    private @Nullable Object value(byte type) {
        return switch (type) {
            case ElementType.DOUBLE -> Double.longBitsToDouble(int64());
            case ElementType.STRING -> string();
            case ElementType.DOCUMENT -> document();
            case ElementType.ARRAY -> array();
            case ElementType.BINARY -> binary();
            case ElementType.OBJECT_ID -> new ObjectId(take(12));
            case ElementType.BOOLEAN -> bool();
            case ElementType.DATE -> Instant.ofEpochMilli(int64());
            case ElementType.NULL -> null;
            case ElementType.REGEX -> new BsonRegularExpression(cString(), cString());
            case ElementType.JAVASCRIPT -> new BsonJavaScript(string());
            case ElementType.INT32 -> int32();
            case ElementType.TIMESTAMP -> new BsonTimestamp(int64());
            case ElementType.INT64 -> int64();
            case ElementType.DECIMAL128 -> new Decimal128(int64(), int64());
            case ElementType.MIN_KEY -> MinKey.getInstance();
            case ElementType.MAX_KEY -> MaxKey.getInstance();
            case ElementType.UNDEFINED -> new OpaqueBsonValue(type, new byte[0]);
            case ElementType.SYMBOL -> new OpaqueBsonValue(type, take(4 + LittleEndianBytes.int32(bytes, at)));
            case ElementType.DB_POINTER -> new OpaqueBsonValue(type, take(4 + LittleEndianBytes.int32(bytes, at) + 12));
            case ElementType.JAVASCRIPT_WITH_SCOPE ->
                new OpaqueBsonValue(type, take(LittleEndianBytes.int32(bytes, at)));
            default -> throw CommandErrors.invalidBson("there is no BSON type " + type);
        };
    }

    private Object binary() {
        int length = LittleEndianBytes.int32(bytes, at);
        byte subtype = bytes[at + 4];
        if (subtype == ElementType.GENERIC) {
            at += 5;
            return new BinData(take(length));
        }
        if (subtype == ElementType.UUID && length == 16) {
            at += 5;
            return new UUID(Long.reverseBytes(int64()), Long.reverseBytes(int64()));
        }
        if (subtype == ElementType.OLD_UUID && length == 16) {
            at += 5;
            return new LegacyUUID(int64(), int64());
        }
        return new OpaqueBsonValue(ElementType.BINARY, take(Math.addExact(5, length)));
    }

    private Boolean bool() {
        return switch (bytes[at++]) {
            case 0 -> false;
            case 1 -> true;
            default -> throw CommandErrors.invalidBson("a boolean is neither 0 nor 1");
        };
    }

    private int int32() {
        int value = LittleEndianBytes.int32(bytes, at);
        at += 4;
        return value;
    }

    private long int64() {
        long value = LittleEndianBytes.int64(bytes, at);
        at += 8;
        return value;
    }

    private byte[] take(int length) {
        if (length < 0 || length > end - at) {
            throw CommandErrors.invalidBson("a value's length is wrong");
        }
        byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return taken;
    }

    private String string() {
        int length = int32();
        if (length < 1 || length > end - at || bytes[at + length - 1] != 0) {
            throw CommandErrors.invalidBson("a string's length is wrong");
        }
        String text = text(at, length - 1);
        at += length;
        return text;
    }

    private String cString() {
        int from = at;
        skipCString();
        return text(from, at - 1 - from);
    }

    private void skipCString() {
        while (bytes[at++] != 0) {
            // on to the terminator
        }
    }

    /** Bytes that are no UTF-8 would come back changed. */
    private String text(int from, int length) {
        String text = new String(bytes, from, length, UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            byte[] again = text.getBytes(UTF_8);
            if (!Arrays.equals(again, 0, again.length, bytes, from, from + length)) {
                throw CommandErrors.invalidBson("a string is not UTF-8");
            }
        }
        return text;
    }
}
