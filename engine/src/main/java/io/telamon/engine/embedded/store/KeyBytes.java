package io.telamon.engine.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.telamon.engine.embedded.bson.DocumentWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Writes index keys so that their bytes sort as mongo-java-server compares the values: numbers by value, strings by their UTF-16 units,
 * dates, booleans and object ids as one expects. Other values are only equal or not. Every value begins with a tag below 0xFF.
 */
final class KeyBytes {

    static final int NUMBER = 0x10;
    static final int STRING = 0x20;
    static final int OBJECT_ID = 0x60;
    static final int BOOLEAN = 0x70;
    static final int DATE = 0x80;

    private static final int MIN_KEY = 0x01;
    private static final int NULL = 0x05;
    private static final int OTHER = 0xE0;
    private static final int MAX_KEY = 0xF0;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    /** Begins with bytes that are already there. */
    KeyBytes start(byte[] prefix) {
        out.writeBytes(prefix);
        return this;
    }

    /** Adds a value. */
    KeyBytes add(@Nullable Object value) {
        switch (value) {
            case null -> out.write(NULL);
            case Missing _ -> out.write(NULL);
            case Number number -> number(number);
            case String text -> string(text);
            case ObjectId id -> tagged(OBJECT_ID).out.writeBytes(id.toByteArray());
            case Boolean bool -> tagged(BOOLEAN).out.write(bool ? 1 : 0);
            case Instant instant -> tagged(DATE).int64(instant.toEpochMilli() ^ Long.MIN_VALUE);
            case MinKey _ -> out.write(MIN_KEY);
            case MaxKey _ -> out.write(MAX_KEY);
            default -> other(value);
        }
        return this;
    }

    /** Adds one byte. */
    KeyBytes tagged(int tag) {
        out.write(tag);
        return this;
    }

    /** Adds eight bytes, the highest first. */
    KeyBytes int64(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The tag of values that sort, or -1. */
    static int sortable(Object value) {
        return switch (value) {
            case Number _ -> NUMBER;
            case String _ -> STRING;
            case ObjectId _ -> OBJECT_ID;
            case Boolean _ -> BOOLEAN;
            case Instant _ -> DATE;
            default -> -1;
        };
    }

    /** The double next to the number, then by how much a long misses it. */
    private void number(Number number) {
        double near = number.doubleValue() == 0 ? 0.0 : number.doubleValue();
        long bits = Double.doubleToLongBits(near);
        long missed = number instanceof Long exact ? exact - (long) near : 0;
        tagged(NUMBER).int64(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE).int64(missed ^ Long.MIN_VALUE);
    }

    private void string(String text) {
        out.write(STRING);
        for (int i = 0; i < text.length(); i++) {
            unit(text.charAt(i));
        }
        out.write(0);
        out.write(0);
    }

    private void unit(char unit) {
        if (unit == 0) {
            out.write(0);
            out.write(0xFF);
        } else if (unit < 0x80) {
            out.write(unit);
        } else if (unit < 0x800) {
            out.write(0xC0 | (unit >> 6));
            out.write(0x80 | (unit & 0x3F));
        } else {
            out.write(0xE0 | (unit >> 12));
            out.write(0x80 | ((unit >> 6) & 0x3F));
            out.write(0x80 | (unit & 0x3F));
        }
    }

    private void other(Object value) {
        byte[] bytes = DocumentWriter.write(new Document("", value instanceof Collection<?> all ? all : value));
        tagged(OTHER).int64(bytes.length).out.writeBytes(bytes);
    }
}
