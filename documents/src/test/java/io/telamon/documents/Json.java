package io.telamon.documents;

import io.telamon.documents.value.DocumentValue;
import io.telamon.documents.value.Value;
import java.util.Arrays;
import org.bson.RawBsonDocument;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Extended JSON in tests. */
public final class Json {
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private Json() {}

    /** The document of a text. */
    public static DocumentValue document(String json) {
        RawBsonDocument raw = RawBsonDocument.parse(json);
        byte[] bytes = new byte[raw.getByteBuffer().remaining()];
        raw.getByteBuffer().get(bytes);
        return DocumentValue.validated(bytes);
    }

    /** The value of a text. */
    public static Value value(String json) {
        return document("{\"v\": " + json + "}").get("v");
    }

    /** The canonical text of a document. */
    public static String text(DocumentValue document) {
        return new RawBsonDocument(Arrays.copyOf(document.toBytes(), document.toBytes().length)).toJson(CANONICAL);
    }

    /** The canonical text of a value; {@code missing} for a missing one. */
    public static String text(Value value) {
        String document = text(DocumentValue.of("v", value));
        return document.equals("{}") ? "missing" : document.substring(6, document.length() - 1);
    }
}
