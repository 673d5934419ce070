package io.telamon.documents.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An immutable document: fields in order. It lies either in bytes, which are read in place, or in names and values.
 */
public abstract sealed class DocumentValue implements Value, Iterable<Element> permits EncodedDocument, BuiltDocument {

    /** The document without fields. */
    public static DocumentValue empty() {
        return BuiltDocument.EMPTY;
    }

    /** The document that bytes hold. They must be valid, and must not be changed. */
    public static DocumentValue of(byte[] bytes) {
        return new EncodedDocument(bytes, 0);
    }

    /**
     * The document that untrusted bytes hold.
     *
     * @throws io.telamon.documents.error.CommandException 22 InvalidBSON when the bytes are not one well-formed document
     */
    public static DocumentValue validated(byte[] bytes) {
        BsonValidator.validate(bytes);
        return of(bytes);
    }

    /** A document of one field. */
    public static DocumentValue of(String name, Value value) {
        return new DocumentBuilder().add(name, value).build();
    }

    /** The value of the first field of this name, missing when there is none. */
    public abstract Value get(FieldName name);

    /** The value of the first field of this name, missing when there is none. */
    public abstract Value get(String name);

    /** Whether there is no field. */
    public abstract boolean isEmpty();

    /** The number of fields. */
    public abstract int size();

    /** This document in bytes. */
    public abstract EncodedDocument encoded();

    /** A copy of this document's bytes. */
    public abstract byte[] toBytes();

    /** Whether there is a field of this name. */
    public boolean has(String name) {
        return get(name) != MissingValue.MISSING;
    }

    /** The first field, null when there is none. */
    public @Nullable Element first() {
        Iterator<Element> elements = iterator();
        return elements.hasNext() ? elements.next() : null;
    }

    /** The names of the fields in order. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (Element element : this) {
            names.add(element.name());
        }
        return names;
    }

    @Override
    public ValueType type() {
        return ValueType.DOCUMENT;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentValue document && Arrays.equals(toBytes(), document.toBytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toBytes());
    }

    @Override
    public String toString() {
        return ValueText.of(this);
    }
}
