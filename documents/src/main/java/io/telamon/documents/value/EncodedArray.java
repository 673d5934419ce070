package io.telamon.documents.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array that lies in bytes; its elements are decoded at the first access. */
final class EncodedArray extends ArrayValue {
    private final EncodedDocument document;
    private @Nullable List<Value> values;

    EncodedArray(byte[] bytes, int position) {
        document = new EncodedDocument(bytes, position);
    }

    @Override
    public List<Value> values() {
        List<Value> known = values;
        if (known == null) {
            known = decoded(document.bytes(), document.position() + 4);
            values = known;
        }
        return known;
    }

    private static List<Value> decoded(byte[] bytes, int first) {
        List<Value> decoded = new ArrayList<>();
        int element = first;
        while (bytes[element] != 0) {
            int value = BsonBytes.valuePosition(bytes, element);
            decoded.add(BsonBytes.decode(bytes, bytes[element], value));
            element = BsonBytes.endOfValue(bytes, bytes[element], value);
        }
        return decoded;
    }

    @Override
    public EncodedDocument encoded() {
        return document;
    }

    @Override
    public void writeTo(BsonOutput output) {
        document.writeTo(output);
    }
}
