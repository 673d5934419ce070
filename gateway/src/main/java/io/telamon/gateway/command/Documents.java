package io.telamon.gateway.command;

import io.telamon.gateway.error.Errors;
import io.telamon.gateway.spi.engine.Bytes;
import io.telamon.gateway.spi.engine.DocumentSequence;
import io.telamon.gateway.spi.engine.Message;
import io.telamon.gateway.wire.BsonCursor;
import io.telamon.gateway.wire.BsonType;
import io.telamon.gateway.wire.FieldNames;
import io.telamon.gateway.wire.MalformedFrameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;

/** Finds the documents that a message carries under a name, whether as an array of the body or beside it. */
final class Documents {

    private Documents() {}

    /** The documents of that field, in order, where they lie. */
    static List<Bytes> of(Message message, String field) throws MalformedFrameException {
        List<Bytes> found = new ArrayList<>();
        for (DocumentSequence sequence : message.sequences()) {
            if (sequence.field().equals(field)) {
                addSequence(sequence.documents(), found);
            }
        }
        byte[] name = field.getBytes(StandardCharsets.UTF_8);
        BsonCursor body = BsonCursor.over(message.bodyBytes());
        while (body.next()) {
            if (body.type() == BsonType.ARRAY && body.isNamed(name)) {
                addArray(body.value(), found);
            }
        }
        return found;
    }

    private static void addSequence(Bytes documents, List<Bytes> found) throws MalformedFrameException {
        int at = documents.offset();
        while (at < documents.end()) {
            int length = BsonCursor.lengthAt(documents.array(), at, documents.end());
            found.add(new Bytes(documents.array(), at, length));
            at += length;
        }
    }

    private static void addArray(Bytes array, List<Bytes> found) throws MalformedFrameException {
        BsonCursor elements = BsonCursor.over(array);
        while (elements.next()) {
            if (elements.type() == BsonType.DOCUMENT) {
                found.add(elements.value());
            }
        }
    }

    /** A document that reads its fields where they lie, none of which is there twice. */
    static RawBsonDocument raw(Bytes document) throws MalformedFrameException {
        if (!FieldNames.differ(document)) {
            throw Errors.duplicateField();
        }
        return new RawBsonDocument(document.array(), document.offset(), document.length());
    }

    /** Refuses a document that has a field twice. */
    static void requireDistinctFields(BsonDocument document) {
        if (document instanceof RawBsonDocument raw && !differ(raw)) {
            throw Errors.duplicateField();
        }
    }

    private static boolean differ(RawBsonDocument raw) {
        try {
            return FieldNames.differ(new Bytes(raw.getBackingArray(), raw.getByteOffset(), raw.getByteLength()));
        } catch (MalformedFrameException e) {
            return false;
        }
    }
}
