package io.telamon.engine.embedded.bson;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import io.telamon.engine.embedded.error.CommandErrors;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many bytes documents have when they are written, counted without writing them. */
public final class DocumentSize {

    private static final int TYPE_AND_END = 2;
    private static final int FRAME = 5;

    private final int most;
    private long size;

    private DocumentSize(int most) {
        this.most = most;
    }

    /**
     * The bytes of a document.
     *
     * @param most the most that it may have
     * @throws de.bwaldvogel.mongo.exception.MongoServerError 10334 if it has more; the rest of it is not counted then
     */
    public static int of(Map<String, ?> document, int most) {
        DocumentSize counted = new DocumentSize(most);
        counted.document(document);
        return (int) counted.size;
    }

    private void add(long bytes) {
        size += bytes;
        if (size > most) {
            throw CommandErrors.documentTooLarge((int) Math.min(Integer.MAX_VALUE, size));
        }
    }

    private void document(Map<?, ?> document) {
        add(FRAME);
        document.forEach((name, value) -> {
            add(TYPE_AND_END + utf8(String.valueOf(name)));
            value(value);
        });
    }

    private void array(Collection<?> values) {
        add(FRAME);
        int index = 0;
        for (Object value : values) {
            add(TYPE_AND_END + digits(index++));
            value(value);
        }
    }

    private static int digits(int index) {
        return Integer.toString(index).length();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Encoded encoded -> add(encoded.bytes().length);
            case OpaqueBsonValue opaque -> add(opaque.payload().length);
            case String text -> add(FRAME + utf8(text));
            case ObjectId _ -> add(12);
            case Boolean _ -> add(1);
            case Integer _ -> add(4);
            case Decimal128 _ -> add(16);
            case Map<?, ?> map -> document(map);
            case Collection<?> values -> array(values);
            default -> rare(value);
        }
    }

    private void rare(Object value) {
        switch (value) {
            case BinData data -> add(FRAME + data.getData().length);
            case UUID _, LegacyUUID _ -> add(FRAME + 16);
            case BsonRegularExpression regex ->
                add(TYPE_AND_END
                        + utf8(regex.getPattern())
                        + (regex.getOptions() == null ? 0 : utf8(regex.getOptions())));
            case BsonJavaScript code -> add(FRAME + utf8(code.getCode()));
            case MinKey _, MaxKey _ -> {}
            default -> add(8);
        }
    }

    private static long utf8(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x80) {
                bytes += unit < 0x800 || Character.isSurrogate(unit) ? 1 : 2;
            }
        }
        return bytes;
    }
}
