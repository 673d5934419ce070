package io.telamon.documents.value;

import java.util.List;

/** An array made of values. */
final class BuiltArray extends ArrayValue {
    private final List<Value> values;

    BuiltArray(List<Value> values) {
        this.values = values;
    }

    @Override
    public List<Value> values() {
        return values;
    }

    @Override
    public EncodedDocument encoded() {
        BsonOutput output = new BsonOutput(16 + 16 * values.size());
        writeTo(output);
        return new EncodedDocument(output.toBytes(), 0);
    }

    @Override
    public void writeTo(BsonOutput output) {
        int start = output.startLength();
        int index = 0;
        for (Value value : values) {
            output.writeElement(Integer.toString(index++), value);
        }
        output.writeByte(0);
        output.endLength(start);
    }
}
