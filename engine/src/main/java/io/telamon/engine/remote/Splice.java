package io.telamon.engine.remote;

import io.telamon.gateway.spi.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonType;
import org.bson.io.BsonInput;
import org.jspecify.annotations.Nullable;

/** Puts a prefix before the one name in a frame, or takes it off, without decoding the rest: most messages have no other. */
final class Splice {

    private static final int BODY = Wire.SECTIONS + 1;

    private Splice() {}

    /** A request whose {@code $db} is behind the prefix. The body is its first section, or anywhere else in it. */
    static Optional<byte[]> request(Bytes frame, Bytes body, String prefix) {
        int document = body.offset() - frame.offset();
        try (BsonBinaryReader reader = Wire.reader(body)) {
            reader.readStartDocument();
            BsonInput input = reader.getBsonInput();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals("$db") && reader.getCurrentBsonType() == BsonType.STRING) {
                    int name = document + input.getPosition();
                    return Optional.of(inserted(frame, prefix, 0, document, name));
                }
                reader.skipValue();
            }
        }
        return Optional.empty();
    }

    /** A reply whose {@code cursor.ns} is without the prefix; nothing if it describes errors, or names something in another way. */
    static Optional<byte[]> reply(byte[] frame, String prefix) {
        byte[] shown = frame;
        try (BsonBinaryReader reader = Wire.reader(new Bytes(frame, BODY, Wire.int32(frame, BODY)))) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String field = reader.readName();
                if (field.equals("errmsg") || field.equals("writeErrors") || field.equals("writeConcernError")) {
                    return Optional.empty();
                }
                if (field.equals("cursor") && reader.getCurrentBsonType() == BsonType.DOCUMENT) {
                    byte[] without = withoutPrefix(reader, frame, prefix);
                    if (without == null) {
                        return Optional.empty();
                    }
                    shown = without;
                } else {
                    reader.skipValue();
                }
            }
        }
        return Optional.of(shown);
    }

    /** Reads the cursor at which the reader stands, and takes the prefix off the namespace in it. */
    private static byte @Nullable [] withoutPrefix(BsonBinaryReader reader, byte[] frame, String prefix) {
        byte[] shown = null;
        BsonInput input = reader.getBsonInput();
        int cursor = BODY + input.getPosition();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            int value = BODY + input.getPosition();
            if (reader.readName().equals("ns") && reader.getCurrentBsonType() == BsonType.STRING) {
                shown = removed(frame, prefix, 0, BODY, cursor, value);
            }
            reader.skipValue();
        }
        reader.readEndDocument();
        return shown;
    }

    /** Inserts text at the beginning of the last string, and adds its length to all lengths that tell of it. */
    private static byte[] inserted(Bytes frame, String text, int... lengths) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        int at = lengths[lengths.length - 1] + Integer.BYTES;
        byte[] result = new byte[frame.length() + added.length];
        System.arraycopy(frame.array(), frame.offset(), result, 0, at);
        System.arraycopy(added, 0, result, at, added.length);
        System.arraycopy(frame.array(), frame.offset() + at, result, at + added.length, frame.length() - at);
        for (int length : lengths) {
            Wire.putInt32(result, length, Wire.int32(result, length) + added.length);
        }
        return result;
    }

    /** Takes text off the beginning of the last string; nothing if it begins otherwise. */
    private static byte @Nullable [] removed(byte[] frame, String text, int... lengths) {
        byte[] taken = text.getBytes(StandardCharsets.UTF_8);
        int at = lengths[lengths.length - 1] + Integer.BYTES;
        int behind = at + taken.length;
        if (behind > frame.length || !Arrays.equals(frame, at, behind, taken, 0, taken.length)) {
            return null;
        }
        byte[] result = new byte[frame.length - taken.length];
        System.arraycopy(frame, 0, result, 0, at);
        System.arraycopy(frame, behind, result, at, frame.length - behind);
        for (int length : lengths) {
            Wire.putInt32(result, length, Wire.int32(result, length) - taken.length);
        }
        return result;
    }
}
