package io.telamon.engine.remote;

import io.telamon.gateway.spi.engine.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.bson.BsonBinaryReader;
import org.bson.BsonType;
import org.bson.io.BsonInput;

/** Puts a prefix before the one name in a frame, or takes it off, without decoding the rest: most messages have no other. */
final class PrefixSplicer {

    private PrefixSplicer() {}

    /**
     * A frame with a prefix before the name of its database.
     *
     * @param body where its body begins in the array
     * @param name where the length of the database's name lies in the array
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Prefixed(Bytes frame, int body, int name, byte[] prefix) implements DeploymentConnection.Outgoing {

        @Override
        public void writeTo(OutputStream out, RequestHeader header) throws IOException {
            byte[] array = frame.array();
            int sections = frame.offset() + Wire.SECTIONS;
            header.writeTo(out, frame.length() + prefix.length);
            out.write(array, sections, body - sections);
            longer(out, body);
            between(out, body, name);
            longer(out, name);
            out.write(prefix);
            int behind = name + Integer.BYTES;
            out.write(array, behind, frame.end() - behind);
        }

        /** A length, with that of the prefix added. */
        private void longer(OutputStream out, int at) throws IOException {
            byte[] length = new byte[Integer.BYTES];
            Wire.putInt32(length, 0, Wire.int32(frame.array(), at) + prefix.length);
            out.write(length);
        }

        /** What lies between two lengths. */
        private void between(OutputStream out, int one, int other) throws IOException {
            int from = one + Integer.BYTES;
            out.write(frame.array(), from, other - from);
        }
    }

    /** A request whose {@code $db} is behind the prefix. */
    static Optional<Prefixed> request(Bytes frame, Bytes body, byte[] prefix) {
        try (BsonBinaryReader reader = Wire.reader(body)) {
            reader.readStartDocument();
            BsonInput input = reader.getBsonInput();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals("$db") && reader.getCurrentBsonType() == BsonType.STRING) {
                    return Optional.of(new Prefixed(frame, body.offset(), body.offset() + input.getPosition(), prefix));
                }
                reader.skipValue();
            }
        }
        return Optional.empty();
    }

    /**
     * A reply whose {@code cursor.ns} is without the prefix, taken off where it lies; nothing if it describes errors, or names something in
     * another way.
     */
    static Optional<Bytes> reply(Bytes frame, byte[] prefix) {
        Bytes body = Wire.bodyBytes(frame);
        int cursor = 0;
        int name = 0;
        try (BsonBinaryReader reader = Wire.reader(body)) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                String field = reader.readName();
                if (field.equals("errmsg") || field.equals("writeErrors") || field.equals("writeConcernError")) {
                    return Optional.empty();
                }
                if (field.equals("cursor") && reader.getCurrentBsonType() == BsonType.DOCUMENT) {
                    cursor = body.offset() + reader.getBsonInput().getPosition();
                    name = namespace(reader, body);
                    if (!begins(frame, name, prefix)) {
                        return Optional.empty();
                    }
                } else {
                    reader.skipValue();
                }
            }
        }
        return Optional.of(cursor == 0 ? frame : without(frame, prefix.length, body.offset(), cursor, name));
    }

    /** Reads the cursor at which the reader stands, and answers where the length of the namespace in it lies; 0 if there is none. */
    private static int namespace(BsonBinaryReader reader, Bytes body) {
        int found = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            if (reader.readName().equals("ns") && reader.getCurrentBsonType() == BsonType.STRING) {
                found = body.offset() + reader.getBsonInput().getPosition();
            }
            reader.skipValue();
        }
        reader.readEndDocument();
        return found;
    }

    private static boolean begins(Bytes frame, int name, byte[] prefix) {
        int at = name + Integer.BYTES;
        return name > 0
                && at + prefix.length <= frame.end()
                && Arrays.equals(frame.array(), at, at + prefix.length, prefix, 0, prefix.length);
    }

    /** Takes the first bytes of the last string out, and their number from all lengths that tell of it. What is shorter moves. */
    private static Bytes without(Bytes frame, int count, int body, int cursor, int name) {
        byte[] array = frame.array();
        for (int length : new int[] {frame.offset(), body, cursor, name}) {
            Wire.putInt32(array, length, Wire.int32(array, length) - count);
        }
        int at = name + Integer.BYTES;
        int before = at - frame.offset();
        int behind = frame.end() - at - count;
        if (before <= behind) {
            System.arraycopy(array, frame.offset(), array, frame.offset() + count, before);
            return new Bytes(array, frame.offset() + count, frame.length() - count);
        }
        System.arraycopy(array, at + count, array, at, behind);
        return new Bytes(array, frame.offset(), frame.length() - count);
    }
}
