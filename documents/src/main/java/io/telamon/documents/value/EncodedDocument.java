package io.telamon.documents.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** A document that lies in bytes; fields are found by scanning, and decoded when asked for. */
public final class EncodedDocument extends DocumentValue {
    private final byte[] bytes;
    private final int position;

    EncodedDocument(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** The bytes in which the document lies, from {@link #position()} on; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Where the document begins. */
    public int position() {
        return position;
    }

    /** The length of the document in bytes. */
    public int length() {
        return BsonBytes.int32(bytes, position);
    }

    @Override
    public Value get(FieldName name) {
        int element = BsonBytes.find(bytes, position, name);
        return element < 0
                ? MissingValue.MISSING
                : BsonBytes.decode(bytes, bytes[element], BsonBytes.valuePosition(bytes, element));
    }

    @Override
    public Value get(String name) {
        return get(new FieldName(name));
    }

    @Override
    public boolean isEmpty() {
        return bytes[position + 4] == 0;
    }

    @Override
    public int size() {
        int size = 0;
        int element = position + 4;
        while (bytes[element] != 0) {
            size++;
            element = BsonBytes.endOfValue(bytes, bytes[element], BsonBytes.valuePosition(bytes, element));
        }
        return size;
    }

    @Override
    public EncodedDocument encoded() {
        return this;
    }

    @Override
    public byte[] toBytes() {
        return Arrays.copyOfRange(bytes, position, position + length());
    }

    @Override
    public void writeTo(BsonOutput output) {
        output.writeBytes(bytes, position, length());
    }

    @Override
    public Iterator<Element> iterator() {
        return new Elements(bytes, position + 4);
    }

    private static final class Elements implements Iterator<Element> {
        private final byte[] bytes;
        private int element;

        Elements(byte[] bytes, int element) {
            this.bytes = bytes;
            this.element = element;
        }

        @Override
        public boolean hasNext() {
            return bytes[element] != 0;
        }

        @Override
        public Element next() {
            int type = bytes[element];
            if (type == 0) {
                throw new NoSuchElementException();
            }
            int value = BsonBytes.valuePosition(bytes, element);
            Element next = new Element(BsonBytes.name(bytes, element), BsonBytes.decode(bytes, type, value));
            element = BsonBytes.endOfValue(bytes, type, value);
            return next;
        }
    }
}
