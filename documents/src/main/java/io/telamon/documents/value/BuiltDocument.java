package io.telamon.documents.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A document made of names and values; its bytes are made when asked for. */
final class BuiltDocument extends DocumentValue {
    static final BuiltDocument EMPTY = new BuiltDocument(new String[0], new Value[0]);

    private final String[] names;
    private final Value[] values;
    private @Nullable EncodedDocument encoded;

    BuiltDocument(String[] names, Value[] values) {
        this.names = names;
        this.values = values;
    }

    @Override
    public Value get(FieldName name) {
        return get(name.text());
    }

    @Override
    public Value get(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return MissingValue.MISSING;
    }

    @Override
    public boolean isEmpty() {
        return names.length == 0;
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public List<String> names() {
        return Arrays.asList(names);
    }

    @Override
    public EncodedDocument encoded() {
        EncodedDocument known = encoded;
        if (known == null) {
            BsonOutput output = new BsonOutput(64 + 16 * names.length);
            writeTo(output);
            known = new EncodedDocument(output.toBytes(), 0);
            encoded = known;
        }
        return known;
    }

    @Override
    public byte[] toBytes() {
        return encoded().toBytes();
    }

    @Override
    public void writeTo(BsonOutput output) {
        int start = output.startLength();
        for (int i = 0; i < names.length; i++) {
            output.writeElement(names[i], values[i]);
        }
        output.writeByte(0);
        output.endLength(start);
    }

    @Override
    public Iterator<Element> iterator() {
        return IntStream.range(0, names.length)
                .mapToObj(i -> new Element(names[i], values[i]))
                .iterator();
    }
}
