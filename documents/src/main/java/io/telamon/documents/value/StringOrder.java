package io.telamon.documents.value;

/** An order of strings, as a collation gives it. */
@FunctionalInterface
public interface StringOrder {

    /** The order of the bytes in UTF-8: what counts without a collation. */
    StringOrder BINARY = StringValue::compareTo;

    /** Negative, 0 or positive as the first string sorts before, with or behind the second. */
    int compare(StringValue left, StringValue right);

    /** A text that is equal for all strings that this order takes for equal. */
    default String key(StringValue value) {
        return value.text();
    }
}
